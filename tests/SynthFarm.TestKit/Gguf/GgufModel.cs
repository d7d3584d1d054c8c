using SynthFarm.Inference.Weights;

namespace SynthFarm.TestKit.Gguf;

/// <summary>
/// Turns a model into a GGUF file for llama.cpp, without a vocabulary: tokens go in and logits come out. Of the family Llama its rows of
/// query and key are put in the order of llama.cpp, whose rotary pairs stand side by side.
/// </summary>
public static class GgufModel
{
    /// <param name="path">File to create or replace.</param>
    /// <param name="weights">A language model without stretched positions, window or biases in its feed-forward layer.</param>
    /// <param name="type">Type of the matrices; vectors are always float32, as llama.cpp wants them.</param>
    /// <exception cref="NotSupportedException">The model has something that this writer leaves out; it is named.</exception>
    public static void Write(string path, IModelWeights weights, GgufType type)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Check(weights.Config);
        GgufWriter.Write(path, Metadata(weights.Config), [.. LlamaTensors.All(weights.Config).Select(tensor => Tensor(weights, tensor.Name, tensor.Shape, type))]);
    }

    private static void Check(LlamaConfig config)
    {
        if (config.Head != LlamaHead.LanguageModel)
            throw new NotSupportedException("The model has no language model's head.");
        if (config.RopeScaling is not null || config.SlidingWindow is not null || config.MlpBias)
            throw new NotSupportedException("Stretched positions, windows and feed-forward biases are not written.");
    }

    private static List<KeyValuePair<string, object>> Metadata(LlamaConfig config)
    {
        string architecture = Architecture(config);
        return
        [
            new("general.architecture", architecture),
            new("general.name", "synthfarm"),
            new($"{architecture}.block_count", (uint)config.Layers),
            new($"{architecture}.context_length", (uint)config.MaxPositions),
            new($"{architecture}.embedding_length", (uint)config.HiddenSize),
            new($"{architecture}.feed_forward_length", (uint)config.IntermediateSize),
            new($"{architecture}.attention.head_count", (uint)config.Heads),
            new($"{architecture}.attention.head_count_kv", (uint)config.KeyValueHeads),
            new($"{architecture}.attention.key_length", (uint)config.HeadDim),
            new($"{architecture}.attention.value_length", (uint)config.HeadDim),
            new($"{architecture}.attention.layer_norm_rms_epsilon", config.RmsNormEpsilon),
            new($"{architecture}.rope.dimension_count", (uint)config.HeadDim),
            new($"{architecture}.rope.freq_base", config.RopeTheta),
            new($"{architecture}.vocab_size", (uint)config.VocabularySize),
            new("tokenizer.ggml.model", "none"),
        ];
    }

    private static string Architecture(LlamaConfig config) => config.Family switch
    {
        ModelFamily.Qwen2 => "qwen2",
        ModelFamily.Qwen3 => "qwen3",
        _ => "llama",
    };

    private static GgufTensor Tensor(IModelWeights weights, string name, long[] shape, GgufType type)
    {
        int heads = name.Contains(".q_proj.", StringComparison.Ordinal) ? weights.Config.Heads
            : name.Contains(".k_proj.", StringComparison.Ordinal) ? weights.Config.KeyValueHeads : 0;
        bool pairs = heads > 0 && Architecture(weights.Config) == "llama";
        return new GgufTensor(GgufNames.Of(name), shape, shape.Length == 1 ? GgufType.F32 : type, values =>
        {
            weights.Read(name, values);
            if (pairs)
                Interleave(values, weights.Config.HeadDim, (int)(values.Length / shape[0]));
        });
    }

    /// <summary>Of each head, row i and row i + dim / 2 become rows 2 i and 2 i + 1.</summary>
    private static void Interleave(float[] values, int dim, int columns)
    {
        float[] source = [.. values];
        for (int row = 0; row < values.Length / columns; row++)
        {
            int head = row / dim, place = row % dim;
            int from = head * dim + place % 2 * (dim / 2) + place / 2;
            source.AsSpan(from * columns, columns).CopyTo(values.AsSpan(row * columns));
        }
    }
}
