using System.Text.Json;

namespace SynthFarm.Cli.Tests.Surface;

public class FormatsTests
{
    private const string Solutions =
        """
        {"problem":"Compute 2 + 3.","gold":"5","answer":"2 and 3\nmake 5.\n#### 5","ok":"correct"}
        {"problem":"Compute 2 + 3.","gold":"5","answer":"2 and 3\nmake 6.\n#### 6","ok":"wrong"}
        """;

    [Fact]
    public async Task Imported_trees_are_a_run_that_is_shown_published_and_exported()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("in.jsonl", Solutions);
        string[] fields = ["--answer-field", "gold", "--solution-field", "answer", "--label-field", "ok"];

        var imported = await CommandRunner.RunAsync(["problems", "import", "--format", "jsonl", file, "--out", folder["p.jsonl"], "--trees", folder["run"], "--output", "json", .. fields]);
        var status = await CommandRunner.RunAsync("status", folder["run"]);
        var published = await CommandRunner.RunAsync("corpus", "publish", folder["run"], "--out", folder["snapshot"]);
        var check = await CommandRunner.RunAsync("corpus", "check", folder["snapshot"]);
        var exported = await CommandRunner.RunAsync(["problems", "export", "--format", "jsonl", folder["run"], "--out", folder["back.jsonl"], .. fields]);

        Assert.Equal((0, ""), (imported.ExitCode, imported.Error));
        using var report = JsonDocument.Parse(imported.Output);
        Assert.Equal((2, 1, 1), (Count(report, "read"), Count(report, "problems"), Count(report, "trees")));
        Assert.Contains("search import:jsonl", status.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0), (published.ExitCode, check.ExitCode));
        Assert.Contains("sft          1 train", published.Output, StringComparison.Ordinal);
        Assert.Equal(0, exported.ExitCode);
        Assert.Equal(Sorted(file), Sorted(folder["back.jsonl"]));
    }

    [Fact]
    public async Task Faults_end_with_2_and_leave_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("in.jsonl", "{\"question\":1}\n{\"question\":\"x\",\"answer\":\"y\"}\n");

        var result = await CommandRunner.RunAsync("problems", "import", "--format", "gsm8k", file, "--out", folder["p.jsonl"], "--trees", folder["run"]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            [
                $"synthfarm: {file}: line 1, column 13, field question: found the number 1; allowed is a string that is not blank",
                $"{file}: line 1, column 1, field answer: found none; allowed is a string that is not blank",
                $"{file}: line 2, column 26, field answer: found no line that begins with ####; allowed is a solution whose last line is '#### ' and the answer",
            ],
            result.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal([file], Directory.GetFileSystemEntries(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public async Task Problems_go_to_standard_output_and_the_report_to_standard_error()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("in.jsonl", "{\"question\":\"1+1?\",\"answer\":\"#### 2\"}\n");

        var result = await CommandRunner.RunAsync("problems", "import", "--format", "gsm8k", file, "--out", "-");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("1+1?", JsonDocument.Parse(result.Output).RootElement.GetProperty("problem").GetString());
        Assert.StartsWith("what              count\nrecords read", result.Error);
    }

    [Fact]
    public async Task Trees_need_a_place_of_their_own_and_solutions()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("in.jsonl", Solutions);

        var taken = await CommandRunner.RunAsync("problems", "import", "--format", "gsm8k", file, "--out", folder["p.jsonl"], "--trees", Path.GetDirectoryName(file)!);
        var without = await CommandRunner.RunAsync("problems", "import", "--format", "jsonl", file, "--out", folder["p.jsonl"], "--trees", folder["run"]);

        Assert.Equal((2, $"synthfarm: --trees: {Path.GetDirectoryName(file)} is there already; imported trees need a new or an empty directory.\n"), (taken.ExitCode, taken.Error));
        Assert.Equal((2, "synthfarm: --trees: jsonl has no solutions unless --solution-field names their column.\n"), (without.ExitCode, without.Error));
    }

    private static int Count(JsonDocument report, string name) => report.RootElement.GetProperty(name).GetInt32();

    private static IEnumerable<string> Sorted(string path) => File.ReadLines(path)
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Select(record => string.Join(',', record.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}={p.Value.GetRawText()}")))
        .Order(StringComparer.Ordinal);
}
