using SynthFarm.Cli.Tests.Surface;
using SynthFarm.TestKit.Interop;

namespace SynthFarm.Cli.Tests.Interop;

/// <summary>The main job judged from outside: problems the product did not make, answers confirmed by code it does not share.</summary>
public class EvaluatorTests
{
    [Fact]
    public async Task Every_accepted_row_of_foreign_problems_is_confirmed_by_a_foreign_evaluator()
    {
        Assert.SkipWhen(NodeScripts.Missing is not null, NodeScripts.Missing ?? "");
        using var folder = new TemporaryFolder();
        var problems = folder.Write("problems.jsonl", string.Join('\n', NodeScripts.Run("make-countdown.mjs", "40", "5")) + "\n");

        await RunAsync("run", "--problems", problems, "--out", folder["run"], "--policy", "tiny", "--reward", "tiny", "--search", "beam");
        await RunAsync("corpus", "publish", folder["run"], "--out", folder["snapshot"]);
        await RunAsync("corpus", "check", folder["snapshot"]);

        // The script fails when it cannot confirm a row; the shipped models solve most of these problems.
        using var report = System.Text.Json.JsonDocument.Parse(NodeScripts.Run("evaluate.mjs", folder["snapshot"]).Single());
        var confirmed = report.RootElement.GetProperty("confirmed").GetInt32();
        Assert.InRange(confirmed, 2 * 15, 2 * 40);
        Assert.Equal(2 * report.RootElement.GetProperty("problems").GetInt32(), confirmed);

        // What the preference configs call correct and wrong, the same evaluator calls so too, and verl's ground truth is enough to tell.
        Assert.InRange(report.RootElement.GetProperty("judged").GetInt32(), 100, 10_000);
        Assert.Equal(40, report.RootElement.GetProperty("tasks").GetInt32());
    }

    private static async Task RunAsync(params string[] arguments)
    {
        var result = await CommandRunner.RunAsync(arguments);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {result.ExitCode}: {result.Error}");
    }
}
