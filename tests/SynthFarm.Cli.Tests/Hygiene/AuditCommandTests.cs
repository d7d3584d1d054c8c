using System.Text.Json;
using SynthFarm.Cli.Tests.Surface;
using SynthFarm.Core.Models;
using SynthFarm.Core.Search;
using SynthFarm.Core.Search.BestOfN;
using SynthFarm.Farm.Models;
using SynthFarm.Farm.Pipeline;
using SynthFarm.Farm.Specification;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Cli.Tests.Hygiene;

/// <summary>A run whose policy says 7 to everything in 7 of 8 draws, over problems with right, wrong and no gold answers.</summary>
public sealed class AuditCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Audit_lists_gold_answers_that_the_majority_contradicts()
    {
        var run = await RunAsync();

        var text = await CommandRunner.RunAsync("problems", "audit", run);
        var json = await CommandRunner.RunAsync("problems", "audit", run, "--min-share", "0.75", "--output", "json");

        Assert.Equal((0, ""), (text.ExitCode, text.Error));
        Assert.StartsWith("3 trees; at least 8 answers of which 60 % agree: 1 confirm the gold answer, 1 contradict it, 0 undecided, 1 without a gold answer; 0 have no such majority.\n", text.Output);
        var entry = Assert.Single(JsonDocument.Parse(json.Output).RootElement.GetProperty("problems").EnumerateArray());
        Assert.Equal(("wrong", "doubted", "12", "7"), (Text(entry, "id"), Text(entry, "standing"), Text(entry, "gold"), Text(entry, "majority")));
        Assert.Equal(32, entry.GetProperty("answers").GetInt32());
    }

    [Fact]
    public async Task Label_writes_the_majority_for_problems_without_a_gold_answer()
    {
        var run = await RunAsync();

        var result = await CommandRunner.RunAsync("problems", "label", run, "--out", _folder["labelled"]);

        Assert.Equal((0, "1 labelled; 0 have no majority, 2 have a gold answer of their own.\n", ""), (result.ExitCode, result.Output, result.Error));
        var line = JsonDocument.Parse(await File.ReadAllTextAsync(_folder["labelled"], TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(("none", "7", "majority"), (Text(line, "id"), Text(line, "answer"), Text(line.GetProperty("meta").GetProperty("label"), "method")));
        Assert.Equal(0, (await CommandRunner.RunAsync("problems", "check", _folder["labelled"])).ExitCode);
    }

    private async Task<string> RunAsync()
    {
        var file = _folder.Write("p.jsonl", """
            {"id":"right","problem":"What is 3 + 4?","answer":"7"}
            {"id":"wrong","problem":"What is 4 + 3?","answer":"12"}
            {"id":"none","problem":"What is 5 + 2?","answer":null}

            """);
        var spec = new RunSpec
        {
            Search = new SearchOptions { Name = "best-of-n", BestOfN = new BestOfNOptions { Samples = 32 } },
            Limits = new LimitOptions { AllowUnlabelled = true },
        };
        var policy = new ScriptedPolicyModel((_, seed) =>
            ScriptedPolicyModel.Candidate($"Answer: {(seed.Value % 8) switch { 0 => "9", 1 => "7.0", _ => "7" }}", StepFinish.EndOfText));
        await using var run = await FarmRun.OpenAsync(
            new RunRequest { Directory = _folder["run"], Spec = spec, ProblemsPath = file }, new RunModels(policy, ScriptedRewardModel.ByText()),
            cancellationToken: TestContext.Current.CancellationToken);
        await run.RunAsync(CancellationToken.None);
        return _folder["run"];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
