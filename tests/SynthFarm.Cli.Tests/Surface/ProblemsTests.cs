namespace SynthFarm.Cli.Tests.Surface;

public class ProblemsTests
{
    [Fact]
    public async Task Generate_gives_the_same_file_again_and_a_longer_one_begins_with_it()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, count) in new[] { ("a", "30"), ("b", "30"), ("long", "50") })
        {
            var result = await CommandRunner.RunAsync(
                "problems", "generate", "--family", "countdown", "--count", count, "--seed", "11", "--out", folder[name]);
            Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
        }

        var lines = await File.ReadAllLinesAsync(folder["a"], TestContext.Current.CancellationToken);
        Assert.Equal(30, lines.Distinct().Count());
        Assert.Equal(lines, await File.ReadAllLinesAsync(folder["b"], TestContext.Current.CancellationToken));
        Assert.Equal(lines, File.ReadLines(folder["long"]).Take(30));
    }

    [Theory]
    [InlineData("countdown", "4..3", "synthfarm: --difficulty is '4..3'; for countdown allowed are N and A..B from 2 to 6.\n")]
    [InlineData("arithmetic", "many", "synthfarm: --difficulty is 'many'; for arithmetic allowed are N and A..B from 2 to 16.\n")]
    public async Task Generate_refuses_a_difficulty_that_the_family_has_not(string family, string difficulty, string error)
    {
        var result = await CommandRunner.RunAsync("problems", "generate", "--family", family, "--count", "1", "--difficulty", difficulty, "--out", "-");

        Assert.Equal((2, "", error), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task Check_names_every_fault_by_line_column_and_field()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.jsonl", "{\"problem\":\"What?\",\"answer\":\"1\"}\n{\"problem\":\"What?\",\"answer\":null}\n\n{\"problem\":\"x\",\n");

        var result = await CommandRunner.RunAsync("problems", "check", file);

        Assert.Equal(2, result.ExitCode);
        var lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{file}: line 2, column 29, field answer: ", lines[0]);
        Assert.StartsWith($"{file}: line 4, column ", lines[1]);
    }

    [Fact]
    public async Task Check_counts_what_a_sound_file_holds()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.jsonl", "{\"problem\":\"What?\",\"answer\":\"1\"}\n{\"problem\":\"What?\",\"answer\":\"1\"}\n");

        var result = await CommandRunner.RunAsync("problems", "check", file);

        Assert.Equal((0, "1 problems (1 general), 1 duplicate lines, no faults.\n"), (result.ExitCode, result.Output));
    }
}
