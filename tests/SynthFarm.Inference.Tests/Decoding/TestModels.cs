using SynthFarm.Inference.Weights;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Inference.Tests.Decoding;

/// <summary>Small models with random weights.</summary>
internal static class TestModels
{
    /// <summary>Sizes that are no multiples of a vector, grouped queries, an untied head.</summary>
    public static LlamaConfig Odd { get; } = new()
    {
        HiddenSize = 40, Layers = 3, Heads = 6, KeyValueHeads = 2, HeadDim = 12, IntermediateSize = 50, VocabularySize = 77,
        MaxPositions = 128, RopeTheta = 500f, RmsNormEpsilon = 1e-5f, TieWordEmbeddings = false,
    };

    /// <summary>The shape of the shipped models, smaller.</summary>
    public static LlamaConfig Even { get; } = new()
    {
        HiddenSize = 64, Layers = 2, Heads = 2, KeyValueHeads = 2, HeadDim = 32, IntermediateSize = 96, VocabularySize = 100, MaxPositions = 256,
    };

    public static LlamaConfig Scoring { get; } = Even with { Head = LlamaHead.Score };

    /// <summary>One model for each switch that a family may set, by name.</summary>
    public static IReadOnlyDictionary<string, LlamaConfig> Families { get; } = new Dictionary<string, LlamaConfig>
    {
        ["odd"] = Odd,
        ["even"] = Even,
        ["scoring"] = Scoring,
        ["biased llama"] = Odd with { QueryKeyValueBias = true, AttentionOutputBias = true, MlpBias = true },
        ["mistral"] = Odd with { Family = ModelFamily.Mistral, SlidingWindow = 19 },
        ["qwen2"] = Even with { Family = ModelFamily.Qwen2, QueryKeyValueBias = true, SlidingWindow = 16, SlidingLayers = [1] },
        ["qwen3"] = Odd with { Family = ModelFamily.Qwen3, QueryKeyNorm = true },
        ["linear"] = Even with { RopeScaling = new RopeScaling(RopeScalingType.Linear, 4) { OriginalPositions = 64 } },
        ["llama3"] = Even with { RopeScaling = new RopeScaling(RopeScalingType.Llama3, 8) { OriginalPositions = 64 } },
        ["yarn"] = Even with { RopeScaling = new RopeScaling(RopeScalingType.Yarn, 4) { OriginalPositions = 64 } },
        ["labels"] = Even with { Head = LlamaHead.Labels, Labels = 3 },
        ["process reward"] = Even with { Family = ModelFamily.Qwen2, QueryKeyValueBias = true, Head = LlamaHead.Labels, Labels = 2, HeadIsDeep = true },
    };

    public static LlamaWeights Random(LlamaConfig config, int seed) => RandomWeights.Of(config, seed);

    public static int[] Tokens(LlamaConfig config, int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(config.VocabularySize))];
    }
}
