namespace SynthFarm.Inference.Weights;

/// <summary>Names and shapes of a model's tensors, as Hugging Face spells them, in the order of computation.</summary>
public static class LlamaTensors
{
    /// <summary>(vocabulary, hidden)</summary>
    public const string Embedding = "model.embed_tokens.weight";

    /// <summary>(hidden)</summary>
    public const string FinalNorm = "model.norm.weight";

    /// <summary>(vocabulary, hidden); only when the embeddings are not tied.</summary>
    public const string Output = "lm_head.weight";

    /// <summary>(1, hidden); only in a reward model.</summary>
    public const string Score = "score.weight";

    /// <summary>(1); only in a reward model, taken as 0 where a file lacks it.</summary>
    public const string ScoreBias = "score.bias";

    /// <summary>(hidden)</summary>
    public static string AttentionNorm(int layer) => $"model.layers.{layer}.input_layernorm.weight";

    /// <summary>(heads * head_dim, hidden)</summary>
    public static string Query(int layer) => $"model.layers.{layer}.self_attn.q_proj.weight";

    /// <summary>(key_value_heads * head_dim, hidden)</summary>
    public static string Key(int layer) => $"model.layers.{layer}.self_attn.k_proj.weight";

    /// <summary>(key_value_heads * head_dim, hidden)</summary>
    public static string Value(int layer) => $"model.layers.{layer}.self_attn.v_proj.weight";

    /// <summary>(hidden, heads * head_dim)</summary>
    public static string AttentionOutput(int layer) => $"model.layers.{layer}.self_attn.o_proj.weight";

    /// <summary>(hidden)</summary>
    public static string MlpNorm(int layer) => $"model.layers.{layer}.post_attention_layernorm.weight";

    /// <summary>(intermediate, hidden)</summary>
    public static string Gate(int layer) => $"model.layers.{layer}.mlp.gate_proj.weight";

    /// <summary>(intermediate, hidden)</summary>
    public static string Up(int layer) => $"model.layers.{layer}.mlp.up_proj.weight";

    /// <summary>(hidden, intermediate)</summary>
    public static string Down(int layer) => $"model.layers.{layer}.mlp.down_proj.weight";

    /// <summary>Every tensor of a model with this configuration.</summary>
    public static IEnumerable<(string Name, long[] Shape)> All(LlamaConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        long hidden = config.HiddenSize, query = config.QueryWidth, keyValue = config.KeyValueWidth, intermediate = config.IntermediateSize;
        yield return (Embedding, [config.VocabularySize, hidden]);
        for (int layer = 0; layer < config.Layers; layer++)
        {
            yield return (AttentionNorm(layer), [hidden]);
            yield return (Query(layer), [query, hidden]);
            yield return (Key(layer), [keyValue, hidden]);
            yield return (Value(layer), [keyValue, hidden]);
            yield return (AttentionOutput(layer), [hidden, query]);
            yield return (MlpNorm(layer), [hidden]);
            yield return (Gate(layer), [intermediate, hidden]);
            yield return (Up(layer), [intermediate, hidden]);
            yield return (Down(layer), [hidden, intermediate]);
        }

        yield return (FinalNorm, [hidden]);
        if (config.HasOutputMatrix) yield return (Output, [config.VocabularySize, hidden]);
        if (config.Head == LlamaHead.Score)
        {
            yield return (Score, [1, hidden]);
            yield return (ScoreBias, [1]);
        }
    }
}
