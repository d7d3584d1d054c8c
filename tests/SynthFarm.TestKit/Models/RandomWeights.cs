using SynthFarm.Inference.Weights;

namespace SynthFarm.TestKit.Models;

/// <summary>Models with random weights, of a size that keeps activations near 1.</summary>
public static class RandomWeights
{
    /// <summary>768 wide, 12 layers, 134 million values: the shape that the documents' figures are of.</summary>
    public static LlamaConfig Llama134M { get; } = new()
    {
        HiddenSize = 768, Layers = 12, Heads = 12, KeyValueHeads = 12, HeadDim = 64, IntermediateSize = 2048, VocabularySize = 32_000,
        MaxPositions = 4096, TieWordEmbeddings = false,
    };

    /// <summary>The same as Qwen2 has it.</summary>
    public static LlamaConfig Qwen134M { get; } = Llama134M with { Family = ModelFamily.Qwen2, QueryKeyValueBias = true, RopeTheta = 1_000_000f, RmsNormEpsilon = 1e-6f };

    /// <summary>128 wide, 4 layers, 1.3 million values: the size of the shipped models.</summary>
    public static LlamaConfig LlamaTiny { get; } = new()
    {
        HiddenSize = 128, Layers = 4, Heads = 4, KeyValueHeads = 4, HeadDim = 32, IntermediateSize = 344, VocabularySize = 2048, MaxPositions = 4096,
        TieWordEmbeddings = false,
    };

    public static LlamaWeights Of(LlamaConfig config, int seed)
    {
        var random = new Random(seed);
        var weights = new LlamaWeights(config);
        foreach ((string name, long[] shape) in LlamaTensors.All(config))
        {
            bool vector = shape.Length == 1;
            double scale = vector ? 0.3 : name == LlamaTensors.Embedding ? 1 : 1.5 / Math.Sqrt(shape[^1]);
            float[] values = weights[name];
            for (int i = 0; i < values.Length; i++)
                values[i] = (float)((vector ? 1 : 0) + scale * (2 * random.NextDouble() - 1));
        }

        return weights;
    }
}
