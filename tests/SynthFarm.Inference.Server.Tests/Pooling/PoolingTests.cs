using System.Text.Json.Nodes;
using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Server.Tests.Support;

namespace SynthFarm.Inference.Server.Tests.Pooling;

public class PoolingTests(TinyServer tiny)
{
    private static readonly Problem Problem = Problem.Create(new ProblemFields { Statement = "Compute 3 + 4 - 2.", Answer = "5" });

    [Fact]
    public async Task Head_with_one_label_gives_its_score_at_every_token()
    {
        string[] steps = ["3 + 4 = 7; left: 7 - 2\n", "7 - 2 = 6; left: 6\n"];
        var expected = await new EngineRewardModel(tiny.Reward).ScoreAsync(Request([.. steps.Select(Candidate)]), CancellationToken.None);

        var scores = new List<float>();
        foreach (var step in steps)
        {
            int[] ids = [.. tiny.Policy.Tokenizer.Encode(Problem.Statement + "\n"), .. tiny.Policy.Tokenizer.Encode(step)];
            var data = await DataAsync("tiny-prm", $"[[{string.Join(',', ids)}]]");
            Assert.Equal(ids.Length, data.Count);
            scores.Add((float)data[^1]![0]!);
        }

        Assert.Equal(expected.Select(reward => reward.Score), scores);
    }

    [Fact]
    public async Task Tags_give_a_row_at_each_marker_right_before_wrong()
    {
        string[] steps = ["3 + 4 = 7", "7 - 2 = 6"];
        var model = new EngineRewardModel(tiny.Policy, RewardDialect.MathShepherd);
        var path = new ReasoningStep { Id = 1, ParentId = 0, Depth = 1, SiblingIndex = 0, Text = steps[0], TokenIds = [] };
        var expected = new[]
        {
            (await model.ScoreAsync(Request([Candidate(steps[0])]), CancellationToken.None))[0].Score,
            (await model.ScoreAsync(Request([Candidate(steps[1])], path), CancellationToken.None))[0].Score,
        };

        var data = await DataAsync("tagger", JsonValue.Create($"{Problem.Statement}\n{steps[0]} \u043a\u0438\n{steps[1]} \u043a\u0438")!.ToJsonString());

        Assert.Equal(2, data.Count);
        Assert.All(data, (row, i) => Assert.Equal((expected[i], 1f), ((float)row![0]!, (float)row[0]! + (float)row[1]!)));
    }

    [Fact]
    public async Task Model_that_does_not_fit_its_dialect_is_refused_at_the_start()
    {
        foreach (var (dialect, message) in new[] { (RewardDialect.Qwen, "no token <extra_0>"), (RewardDialect.MathShepherd, "asks a language model") })
        {
            var fault = await Assert.ThrowsAsync<ArgumentException>(() => EngineServer.StartAsync(
                [new Models.ServedModel("tiny-prm", tiny.Reward) { Dialect = dialect }], new EngineServerOptions { Urls = ["http://127.0.0.1:0"] }));
            Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Text_without_a_marker_has_no_row() => Assert.Empty(await DataAsync("tagger", "\"3 + 4\""));

    private static StepCandidate Candidate(string text) => new(text, [], 0, StepFinish.Delimiter);

    private static RewardRequest Request(IReadOnlyList<StepCandidate> candidates, params ReasoningStep[] path) =>
        new() { TreeId = "tree", Problem = Problem, Path = path, Candidates = candidates };

    private async Task<JsonArray> DataAsync(string model, string input)
    {
        var answer = await tiny.Client.PostAsync("/pooling", $$"""{"model":"{{model}}","input":{{input}},"task":"token_classify"}""");
        return Assert.Single(answer["data"]!.AsArray())!["data"]!.AsArray();
    }
}
