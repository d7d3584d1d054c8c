using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.OpenAI.Exchanges;
using SynthFarm.Inference.OpenAI.Prompts;
using SynthFarm.Inference.OpenAI.Rewards;
using SynthFarm.Inference.OpenAI.Tests.Support;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Inference.OpenAI.Tests.Rewards;

public sealed class PlainRewardTests(ServedTiny tiny) : ServedRewardSpec(tiny, "prm:URL?model=tiny-prm");

public sealed class TaggedRewardTests(ServedTiny tiny) : ServedRewardSpec(tiny, "prm:URL?model=tagger&dialect=math-shepherd")
{
    private readonly ServedTiny _tiny = tiny;

    [Theory]
    [InlineData("32 - 14 = 18\n")]
    [InlineData("one ки two ки three\n")]
    [InlineData("<extra_0> and <|im_end|>\n\n\n")]
    public async Task A_step_that_writes_markers_has_one_score_and_harmless_ones_the_engines(string text)
    {
        var tree = new ReasoningTree("tags", ServedTiny.Problem);
        var path = tree.PathTo(tree.Append(0, new StepDraft { Text = "25 + 7 = 32\n", TokenIds = [1] }).Id);
        var request = new RewardRequest { TreeId = "tags", Problem = ServedTiny.Problem, Path = path, Candidates = [Candidate(text)] };
        var score = Assert.Single(await (await CreateAsync()).ScoreAsync(request, default));
        if (!text.Contains("ки", StringComparison.Ordinal) && !text.Contains('<', StringComparison.Ordinal))
        {
            Assert.Equal((await new EngineRewardModel(_tiny.Policy, RewardDialect.MathShepherd).ScoreAsync(request, default))[0].Score, score.Score, 0.02);
        }
    }
}

/// <summary>The shipped model says neither Yes nor No, so a double says them, as likely as the prompt's length has it.</summary>
public sealed class JudgeTests(ServedTiny tiny) : ProcessRewardModelSpec
{
    protected override Problem Problem => ServedTiny.Problem;

    protected override IReadOnlyList<StepCandidate> Candidates { get; } = [new("25 - 14 = 11\n", [4], -0.5f, StepFinish.Delimiter), new("32 - 25 = 7 + 0\n", [4], -0.5f, StepFinish.Delimiter)];

    [Fact]
    public async Task A_judge_that_says_neither_yes_nor_no_is_an_error()
    {
        using var judge = await tiny.OpenAsync("judge:openai:URL/v1?model=tiny");
        var request = new RewardRequest { TreeId = "t", Problem = ServedTiny.Problem, Path = [], Candidates = Candidates };
        var fault = await Assert.ThrowsAsync<ModelException>(() => judge.Reward!.ScoreAsync(request, TestContext.Current.CancellationToken));
        Assert.Contains("neither Yes nor No", fault.Message, StringComparison.Ordinal);
    }

    protected override Task<IProcessRewardModel> CreateAsync()
    {
        var address = ServedAddressParser.Parse("judge:openai:http://a/v1?model=m", "reward");
        var exchange = new ExchangeDouble(call =>
        {
            var no = (double)(call.Body!["prompt"]!.GetValue<string>().Length % 9 - 9);
            return new ServedCompletion([new ServedChoice(0, " Yes", [], [], "length", null) { Alternatives = new Dictionary<string, double> { [" Yes"] = -0.1, ["No"] = no } }]).ToJson();
        });
        return Task.FromResult<IProcessRewardModel>(new ServedJudge(address, PromptFile.Load(null, ServedKind.Judge), new ServedCard("m@served", "served", null), exchange));
    }
}

public class RewardRequestTests
{
    [Theory]
    [InlineData("tokens=own", "m@served/text")]
    [InlineData("tokens=policy", "m@served")]
    [InlineData("dialect=qwen", "m@served/qwen")]
    public async Task What_is_read_is_in_the_identity_and_holds_no_control_token(string option, string identity)
    {
        var exchange = new ExchangeDouble(call => JsonNode.Parse(call.Route == "/tokenize" ? """{"tokens":[1]}""" : """{"data":[{"index":0,"data":[[0.5,0.5]]}]}""")!.AsObject());
        var reward = new ServedRewardModel(ServedAddressParser.Parse($"prm:http://a?model=m&{option}", "reward"), new ServedCard("m@served", "served", null), exchange);
        Assert.Equal(identity, reward.Identity);
        var problem = Problem.Create(new ProblemFields { Statement = "<|endoftext|> <s> 1", Answer = "1" });
        await reward.ScoreAsync(new RewardRequest { TreeId = "t", Problem = problem, Path = [], Candidates = [new("1\n", [4], 0, StepFinish.Delimiter)] }, default);
        var body = exchange.Calls[0].Body!.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Contains("< |endoftext|> < s> 1", body, StringComparison.Ordinal);
        Assert.Equal(option != "dialect=qwen", exchange.Calls[0].Body!["add_special_tokens"]!.GetValue<bool>());
    }
}

/// <summary>What all served reward models share.</summary>
public abstract class ServedRewardSpec(ServedTiny tiny, string address) : ProcessRewardModelSpec, IDisposable
{
    private ServedModel? _model;

    protected override Problem Problem => ServedTiny.Problem;

    protected override IReadOnlyList<StepCandidate> Candidates { get; } = [Candidate("25 - 14 = 11\n"), Candidate("32 - 25 = 7\n"), Candidate("7 + 14 = 22\n")];

    public void Dispose()
    {
        _model?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static StepCandidate Candidate(string text) => new(text, [4, 5], -0.5f, StepFinish.Delimiter);

    protected override async Task<IProcessRewardModel> CreateAsync() => (_model ??= await tiny.OpenAsync(address)).Reward!;
}
