using SynthFarm.Core.Models;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.OpenAI.Tests.Support;

namespace SynthFarm.Inference.OpenAI.Tests.Policies;

public class SameAsEngineTests(ServedTiny tiny)
{
    [Fact]
    public async Task Steps_and_scores_are_those_of_the_embedded_engine_along_a_path()
    {
        using var policy = await tiny.OpenAsync("openai:URL/v1?model=tiny");
        using var reward = await tiny.OpenAsync("prm:URL?model=tiny-prm&tokens=policy");
        var (embedded, scorer) = (new EnginePolicyModel(tiny.Policy), new EngineRewardModel(tiny.Reward));
        Assert.Equal(embedded.Identity, policy.Policy!.Identity);
        Assert.Equal(scorer.Identity, reward.Reward!.Identity);
        var tree = new ReasoningTree("same", ServedTiny.Problem);
        var parent = 0;
        for (var depth = 0; depth < 4; depth++)
        {
            var request = Request(tree.PathTo(parent), depth);
            var expected = await embedded.ProposeAsync(request, default);
            var actual = await policy.Policy.ProposeAsync(request, default);
            Assert.Equal(expected.Select(Described), actual.Select(Described));
            var judged = new RewardRequest { TreeId = "same", Problem = ServedTiny.Problem, Path = request.Path, Candidates = actual };
            Assert.Equal(await scorer.ScoreAsync(judged, default), await reward.Reward.ScoreAsync(judged, default));
            if (actual.FirstOrDefault(candidate => candidate.Finish == StepFinish.Delimiter) is not { } next)
            {
                break;
            }

            parent = tree.Append(parent, new StepDraft { Text = next.Text, TokenIds = next.TokenIds }).Id;
        }

        Assert.True(parent > 0);
    }

    [Fact]
    public async Task Text_that_the_client_cuts_off_is_the_engines_text()
    {
        using var policy = await tiny.OpenAsync("openai:URL/v1?model=tiny&server=openai");
        var request = Request([], 0) with { Sampling = SamplingOptions.Greedy };
        var (expected, actual) = (await new EnginePolicyModel(tiny.Policy).ProposeAsync(request, default), await policy.Policy!.ProposeAsync(request, default));
        Assert.Equal(expected.Select(candidate => (candidate.Text, candidate.Finish)), actual.Select(candidate => (candidate.Text, candidate.Finish)));
    }

    [Fact]
    public async Task Choices_together_are_as_many_as_seeds()
    {
        using var policy = await tiny.OpenAsync("openai:URL/v1?model=tiny&choices=together");
        Assert.Equal(8, (await policy.Policy!.ProposeAsync(Request([], 0), default)).Count);
        Assert.Equal(2, policy.Use.Answers - 1);
    }

    [Fact]
    public async Task A_path_that_fills_the_context_gets_no_candidates()
    {
        using var policy = await tiny.OpenAsync("openai:URL/v1?model=tiny");
        var tree = new ReasoningTree("long", ServedTiny.Problem);
        var step = tree.Append(0, new StepDraft { Text = "1", TokenIds = [.. Enumerable.Repeat(5, tiny.Policy.Engine.Config.MaxPositions)] });
        Assert.Empty(await policy.Policy!.ProposeAsync(Request(tree.PathTo(step.Id), 0), default));
    }

    private static string Described(StepCandidate candidate) => $"{candidate.Text}|{string.Join(',', candidate.TokenIds)}|{candidate.MeanLogProb:R}|{candidate.Finish}";

    private static StepRequest Request(IReadOnlyList<ReasoningStep> path, int depth) => new()
    {
        TreeId = "same",
        Problem = ServedTiny.Problem,
        Path = path,
        Seeds = [.. Enumerable.Range(0, 8).Select(i => new Seed(7).Derive("p", SeedPurpose.Step, (100 * depth) + i))],
        Sampling = new SamplingOptions(),
        MaxTokens = 64,
    };
}
