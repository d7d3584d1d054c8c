using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Tests.Decoding;
using SynthFarm.Inference.Tests.Tokenization;
using SynthFarm.Inference.Tokenization;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Tests.Engine;

/// <summary>Reward models that read marked steps, against the reference on the tokens their papers describe.</summary>
public sealed class RewardDialectTests : IDisposable
{
    private static readonly Problem _problem = Problem.Create(new ProblemFields { Statement = "Compute 12 + 7 + 1.", Answer = "20" });
    private readonly string _folder = Directory.CreateTempSubdirectory("model").FullName;

    // Of the test tokenizer, whose control tokens serve as markers and tags here.
    private static readonly RewardDialect _labels = new() { Name = "labels", Marker = "<|endoftext|>" };
    private static readonly RewardDialect _tags = new() { Name = "tags", Marker = "<|endoftext|>", AfterMarker = "\n", Positive = "12", Negative = "7" };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_head_with_labels_gives_the_share_of_label_1_at_each_marker()
    {
        using EngineModel model = Load(TestModels.Families["process reward"]);
        (double[][] outputs, int[] markers) = Reference(model, _labels);
        double[] expected = [.. markers.Select(at => Math.Exp(outputs[at][1]) / (Math.Exp(outputs[at][0]) + Math.Exp(outputs[at][1])))];
        await AssertScoresAsync(new EngineRewardModel(model, _labels), expected);
    }

    [Fact]
    public async Task A_language_model_is_asked_for_the_tags_at_each_marker()
    {
        using EngineModel model = Load(TestModels.Even);
        (double[][] outputs, int[] markers) = Reference(model, _tags);
        int plus = model.Tokenizer.Encode("12")[^1], minus = model.Tokenizer.Encode("7")[^1];
        double[] expected = [.. markers.Select(at => 1 / (1 + Math.Exp(outputs[at][minus] - outputs[at][plus])))];
        await AssertScoresAsync(new EngineRewardModel(model, _tags), expected);
    }

    [Fact]
    public async Task A_step_that_writes_the_marker_adds_none()
    {
        using EngineModel model = Load(TestModels.Families["process reward"]);
        var marked = new MarkedSteps(model.Tokenizer, _labels, new DialectTokens(model.Tokenizer, _labels).Marker);
        List<int> tokens = marked.Path(_problem, []);
        marked.Add(tokens, "12 <|endoftext|> 7\n");
        Assert.Single(tokens, model.Tokenizer.TokenId("<|endoftext|>"));
        Assert.Single(await new EngineRewardModel(model, _labels).ScoreAsync(Request([], "12 <|endoftext|> 7\n"), default));
    }

    [Fact]
    public async Task Only_the_new_step_is_computed()
    {
        using EngineModel model = Load(TestModels.Families["process reward"]);
        var reward = new EngineRewardModel(model, _labels);
        var tree = new ReasoningTree("tree", _problem);
        await reward.ScoreAsync(Request([], "12 + 7 = 19\n"), default);
        ReasoningStep first = tree.Append(0, new StepDraft { Text = "12 + 7 = 19\n", TokenIds = [] });
        long before = model.Engine.Counters.PositionsComputed;
        await reward.ScoreAsync(Request([first], "19 + 1 = 20\n"), default);
        Assert.Equal(model.Tokenizer.Encode("19 + 1 = 20").Length + 1, model.Engine.Counters.PositionsComputed - before);
    }

    [Fact]
    public void A_dialect_that_does_not_fit_the_model_is_refused()
    {
        using EngineModel scoring = Load(TestModels.Scoring);
        Assert.Contains("asks a language model", Assert.Throws<ArgumentException>(() => new EngineRewardModel(scoring, RewardDialect.MathShepherd)).Message, StringComparison.Ordinal);
        Assert.Contains("no token <extra_0>", Assert.Throws<ArgumentException>(() => new EngineRewardModel(scoring, RewardDialect.Qwen)).Message, StringComparison.Ordinal);
        using EngineModel language = Load(TestModels.Even);
        Assert.Contains("no score head", Assert.Throws<ArgumentException>(() => new EngineRewardModel(language)).Message, StringComparison.Ordinal);
    }

    private EngineModel Load(LlamaConfig config)
    {
        Tokenizer tokenizer = TinyTokenizers.Numbers();
        TestModels.Random(config with { VocabularySize = tokenizer.VocabularySize }, 5).Save(_folder);
        tokenizer.Save(_folder);
        return EngineModel.Load(_folder, name: "random");
    }

    /// <summary>The reference's outputs over both steps, each with its marker, and where the markers stand.</summary>
    private (double[][] Outputs, int[] Markers) Reference(EngineModel model, RewardDialect dialect)
    {
        Tokenizer tokenizer = model.Tokenizer;
        int marker = tokenizer.TokenId(dialect.Marker!);
        int[] between = dialect.AfterMarker.Length > 0 ? tokenizer.Encode(dialect.AfterMarker) : [];
        List<int> tokens = [.. tokenizer.Encode(_problem.Statement + "\n"), .. tokenizer.Encode("12 + 7 = 19"), marker];
        int first = tokens.Count - 1;
        tokens.AddRange([.. between, .. tokenizer.Encode("19 + 1 = 20"), marker]);
        return (ReferenceLlama.Forward(LlamaWeights.Load(_folder), [.. tokens]), [first, tokens.Count - 1]);
    }

    private static async Task AssertScoresAsync(EngineRewardModel reward, double[] expected)
    {
        var tree = new ReasoningTree("tree", _problem);
        IReadOnlyList<StepReward> first = await reward.ScoreAsync(Request([], "12 + 7 = 19\n"), default);
        ReasoningStep step = tree.Append(0, new StepDraft { Text = "12 + 7 = 19\n", TokenIds = [] });
        IReadOnlyList<StepReward> second = await reward.ScoreAsync(Request([step], "19 + 1 = 20\n"), default);
        Assert.Equal(expected[0], first[0].Score, 1e-5);
        Assert.Equal(expected[1], second[0].Score, 1e-5);
    }

    private static RewardRequest Request(IReadOnlyList<ReasoningStep> path, string step) => new()
    {
        TreeId = "tree", Problem = _problem, Path = path, Candidates = [new StepCandidate(step, [], -1, StepFinish.Delimiter)],
    };
}
