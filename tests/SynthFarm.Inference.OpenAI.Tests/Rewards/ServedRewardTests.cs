using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Inference.Engine;
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

public sealed class JudgeTests(ServedTiny tiny) : ServedRewardSpec(tiny, "judge:openai:URL/v1?model=tiny");

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
