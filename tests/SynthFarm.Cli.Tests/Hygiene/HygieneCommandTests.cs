using System.Text.Json;
using SynthFarm.Cli.Tests.Surface;

namespace SynthFarm.Cli.Tests.Hygiene;

public sealed class HygieneCommandTests : IDisposable
{
    private const string Apples = "Tom has 3 apples and buys 5 more apples from a friendly farmer at the market on Sunday, so how many apples does Tom have in his basket at the end?";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Dedup_keeps_the_first_of_each_cluster_and_reports_the_rest()
    {
        var file = Write(("one", Apples), ("two", Apples.ToUpperInvariant()), ("three", Apples.Replace("Sunday", "Monday", StringComparison.Ordinal)), ("four", Apples.Replace('3', '4')));

        var result = await CommandRunner.RunAsync("problems", "dedup", file, "--out", _folder["out"], "--near", "--report", _folder["report"], "--output", "json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var summary = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal((4, 2, 1, 1), (Number(summary, "problems"), Number(summary, "kept"), Number(summary, "exact"), Number(summary, "near")));
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal([lines[0], lines[3]], await File.ReadAllLinesAsync(_folder["out"], TestContext.Current.CancellationToken));
        Assert.Equal(
            [
                """{"line":2,"id":"two","kind":"exact","similarity":1,"like":{"line":1,"id":"one"},"first":{"line":1,"id":"one"}}""",
                """{"line":3,"id":"three","kind":"near","similarity":0.8125,"like":{"line":1,"id":"one"},"first":{"line":1,"id":"one"}}""",
            ],
            await File.ReadAllLinesAsync(_folder["report"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Dedup_without_near_takes_no_options_for_it()
    {
        var result = await CommandRunner.RunAsync("problems", "dedup", Write(("one", Apples)), "--out", _folder["out"], "--threshold", "0.9");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("synthfarm: --threshold is for near duplicates; give --near too.\n", result.Error);
    }

    [Fact]
    public async Task Decontaminate_names_benchmark_item_and_words()
    {
        var file = Write(("one", Apples), ("two", "Nothing of the kind is asked here at all."));
        var bench = _folder.Write("bench.jsonl", "{\"question\":\"x\",\"id\":7}\n{\"unique_id\":\"test/5\",\"problem\":\"Maria HAS 3 apples and buys 5 more apples from\"}\n");

        var result = await CommandRunner.RunAsync("problems", "decontaminate", file, "--against", $"math={bench}", "--out", _folder["out"], "--report", _folder["report"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("2 problems: 1 kept, 1 left out.\n", result.Output);
        Assert.Equal(
            """{"line":1,"id":"one","matches":[{"benchmark":"math","item":"test/5","isWhole":false,"words":"has 3 apples and buys 5 more apples"}]}""",
            (await File.ReadAllTextAsync(_folder["report"], TestContext.Current.CancellationToken)).TrimEnd('\n'));
        Assert.Contains("\"two\"", Assert.Single(await File.ReadAllLinesAsync(_folder["out"], TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("math", "--against is 'math'; allowed is NAME=FILE.")]
    [InlineData("math=absent.jsonl", "--against: there is no file absent.jsonl.")]
    public async Task Decontaminate_refuses_what_is_no_benchmark(string argument, string error)
    {
        var result = await CommandRunner.RunAsync("problems", "decontaminate", Write(("one", Apples)), "--against", argument, "--out", _folder["out"]);

        Assert.Equal((2, $"synthfarm: {error}\n", false), (result.ExitCode, result.Error, File.Exists(_folder["out"])));
    }

    [Fact]
    public async Task Decontaminate_names_every_bad_line_of_a_benchmark_and_writes_nothing()
    {
        var bench = _folder.Write("bench.jsonl", "{\"question\":\"x\"}\n[]\n{\"id\":1}\nno\n");

        var result = await CommandRunner.RunAsync("problems", "decontaminate", Write(("one", Apples)), "--against", $"m={bench}", "--out", _folder["out"]);

        Assert.Equal((2, false), (result.ExitCode, File.Exists(_folder["out"])));
        Assert.Equal([2, 3, 4], result.Error.Split('\n').Where(line => line.Contains(": line ", StringComparison.Ordinal)).Select(line => int.Parse(line.Split(": line ")[1].Split(':')[0], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.EndsWith($"synthfarm: --against: {bench} has 3 faults.\n", result.Error);
    }

    [Fact]
    public async Task Stats_and_check_tell_what_filter_drops()
    {
        var file = _folder.Write("p.jsonl", """
            {"problem":"Prove that 2 is prime.","topic":"numbers"}
            {"problem":"In the figure, what is x?","answer":"3","topic":"numbers"}
            {"problem":"What is 2 + 2?","answer":"4","source":"mine"}

            """);

        var stats = await CommandRunner.RunAsync("problems", "stats", file, "--output", "json");
        var check = await CommandRunner.RunAsync("problems", "check", file, "--unlabelled");
        var filter = await CommandRunner.RunAsync("problems", "filter", file, "--drop", "proof,image", "--out", _folder["out"], "--report", _folder["report"]);

        var counts = JsonDocument.Parse(stats.Output).RootElement.GetProperty("counts");
        Assert.Equal("""[{"name":"image","problems":1},{"name":"missing-answer","problems":1},{"name":"proof","problems":1}]""", counts.GetProperty("triage").GetRawText());
        Assert.Equal("""[{"name":"numbers","problems":2},{"name":"","problems":1}]""", counts.GetProperty("topics").GetRawText());
        Assert.Equal("""[{"name":"whole-number","problems":2},{"name":"none","problems":1}]""", counts.GetProperty("answerTypes").GetRawText());
        Assert.Equal(1, counts.GetProperty("plain").GetInt32());
        Assert.Equal(
            (0, "3 problems (3 general), 0 duplicate lines, no faults.\nTo look at (problems stats tells more): 1 image, 1 missing-answer, 1 proof.\n"), (check.ExitCode, check.Output));
        Assert.Equal((0, "3 problems: 1 kept, 2 left out (1 proof, 1 image).\n"), (filter.ExitCode, filter.Output));
        Assert.Contains("2 + 2", Assert.Single(await File.ReadAllLinesAsync(_folder["out"], TestContext.Current.CancellationToken)));
        Assert.Equal(2, (await File.ReadAllLinesAsync(_folder["report"], TestContext.Current.CancellationToken)).Length);
    }

    [Theory]
    [InlineData("dedup")]
    [InlineData("stats")]
    public async Task Bad_lines_are_named_and_nothing_is_written(string command)
    {
        var file = _folder.Write("p.jsonl", "{\"problem\":\"What?\",\"answer\":\"1\"}\n{\"answer\":\"1\"}\n{\n");
        string[] rest = command == "dedup" ? ["--out", _folder["out"]] : [];

        var result = await CommandRunner.RunAsync(["problems", command, file, .. rest]);

        Assert.Equal((2, "", false), (result.ExitCode, result.Output, File.Exists(_folder["out"])));
        Assert.StartsWith($"synthfarm: {file}: line 2, column 1, field problem: found none", result.Error);
        Assert.Contains($"{file}: line 3, column ", result.Error);
    }

    private static int Number(JsonElement summary, string name) => summary.GetProperty(name).GetInt32();

    private string Write(params (string Id, string Statement)[] problems) =>
        _folder.Write("p.jsonl", string.Concat(problems.Select(problem => $"{{\"id\":\"{problem.Id}\",\"problem\":\"{problem.Statement}\",\"answer\":\"8\"}}\n")));
}
