using System.Text.Json;
using SynthFarm.Cli.Tests.Runs;
using SynthFarm.Cli.Tests.Surface;
using SynthFarm.TestKit;

namespace SynthFarm.Cli.Tests.Evaluate;

public class EvaluateSearchTests(UntrainedModels models) : IClassFixture<UntrainedModels>
{
    [Fact]
    public async Task Searches_are_compared_on_a_file_and_drawn()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.jsonl", string.Join('\n', Enumerable.Range(2, 8).Select(number => Some.ProblemLine(number))) + "\n");

        var result = await CommandRunner.RunAsync(
            "evaluate", "search", "--problems", file, "--count", "4", "--calibration", "3", "--searches", "best-of-n,beam", "--budgets", "300", "--seeds", "2",
            "--policy", models.Policy, "--reward", models.Reward, "--plot", folder["plot.svg"], "--output", "json");

        Assert.Equal((0, "best-of-n at 300 tokens\nbeam at 300 tokens\n"), (result.ExitCode, result.Error));
        var report = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal((4, 3), (report.GetProperty("problems").GetInt32(), report.GetProperty("calibrationProblems").GetInt32()));
        Assert.Equal(["best-of-n", "beam"], report.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("search").GetString()));
        Assert.All(report.GetProperty("results").EnumerateArray(), r => Assert.Equal(2, r.GetProperty("seeds").GetArrayLength()));
        Assert.True(new FileInfo(folder["plot.svg"]).Length > 0);
        Assert.False(File.Exists(folder["plot.svg.partial"]));
    }

    [Theory]
    [InlineData("--searches beam,omega", "--searches: found 'omega'; allowed are best-of-n, beam, dvts, mcts, mctsg.")]
    [InlineData("--searches beam,beam", "--searches: found 'beam,beam'; allowed is each value once.")]
    [InlineData("--budgets 400,0", "--budgets: found '0'; allowed are whole numbers from 1 to 1000000.")]
    [InlineData("--family chess", "--family is 'chess'; allowed are countdown, arithmetic.")]
    [InlineData("--difficulty 1..99", "--difficulty is '1..99'; for countdown allowed are N and A..B from ")]
    [InlineData("--problems p.jsonl --family countdown", "--problems names a file; --family and --difficulty are for problems that are drawn.")]
    [InlineData("--problems nowhere.jsonl", "nowhere.jsonl: cannot be read")]
    [InlineData("--plot nowhere/plot.svg", "--plot: nowhere/plot.svg cannot be written")]
    public async Task What_cannot_be_compared_is_told_and_ends_with_2(string line, string message)
    {
        var result = await CommandRunner.RunAsync(["evaluate", "search", .. line.Split(' ')]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_needs_more_problems_than_the_calibration()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.jsonl", Some.ProblemLine(2) + "\n" + Some.ProblemLine(3) + "\n");

        var result = await CommandRunner.RunAsync("evaluate", "search", "--problems", file, "--calibration", "2");

        Assert.Equal((2, $"synthfarm: --problems: {file} has 2 problems; more than --calibration, 2, are needed.\n"), (result.ExitCode, result.Error));
    }
}
