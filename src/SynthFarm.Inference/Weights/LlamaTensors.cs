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

    /// <summary>(labels, hidden); only in a reward model with a flat head.</summary>
    public const string Score = "score.weight";

    /// <summary>(labels); only in a reward model with a flat head, taken as 0 where a file lacks it.</summary>
    public const string ScoreBias = "score.bias";

    /// <summary>(hidden, hidden); the hidden layer of a deep head.</summary>
    public const string DeepHidden = "score.0.weight";

    /// <summary>(hidden)</summary>
    public const string DeepHiddenBias = "score.0.bias";

    /// <summary>(labels, hidden); the last layer of a deep head.</summary>
    public const string DeepScore = "score.2.weight";

    /// <summary>(labels)</summary>
    public const string DeepScoreBias = "score.2.bias";

    /// <summary>(hidden)</summary>
    public static string AttentionNorm(int layer) => $"model.layers.{layer}.input_layernorm.weight";

    /// <summary>(heads * head_dim, hidden)</summary>
    public static string Query(int layer) => $"model.layers.{layer}.self_attn.q_proj.weight";

    /// <summary>(key_value_heads * head_dim, hidden)</summary>
    public static string Key(int layer) => $"model.layers.{layer}.self_attn.k_proj.weight";

    /// <summary>(key_value_heads * head_dim, hidden)</summary>
    public static string Value(int layer) => $"model.layers.{layer}.self_attn.v_proj.weight";

    /// <summary>(heads * head_dim); only with <see cref="LlamaConfig.QueryKeyValueBias"/>, as the next two.</summary>
    public static string QueryBias(int layer) => $"model.layers.{layer}.self_attn.q_proj.bias";

    /// <summary>(key_value_heads * head_dim)</summary>
    public static string KeyBias(int layer) => $"model.layers.{layer}.self_attn.k_proj.bias";

    /// <summary>(key_value_heads * head_dim)</summary>
    public static string ValueBias(int layer) => $"model.layers.{layer}.self_attn.v_proj.bias";

    /// <summary>(head_dim); only with <see cref="LlamaConfig.QueryKeyNorm"/>, as the next.</summary>
    public static string QueryNorm(int layer) => $"model.layers.{layer}.self_attn.q_norm.weight";

    /// <summary>(head_dim)</summary>
    public static string KeyNorm(int layer) => $"model.layers.{layer}.self_attn.k_norm.weight";

    /// <summary>(hidden); only with <see cref="LlamaConfig.AttentionOutputBias"/>.</summary>
    public static string AttentionOutputBias(int layer) => $"model.layers.{layer}.self_attn.o_proj.bias";

    /// <summary>(intermediate); only with <see cref="LlamaConfig.MlpBias"/>, as the next two.</summary>
    public static string GateBias(int layer) => $"model.layers.{layer}.mlp.gate_proj.bias";

    /// <summary>(intermediate)</summary>
    public static string UpBias(int layer) => $"model.layers.{layer}.mlp.up_proj.bias";

    /// <summary>(hidden)</summary>
    public static string DownBias(int layer) => $"model.layers.{layer}.mlp.down_proj.bias";

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
            foreach ((string Name, long[] Shape) tensor in Switched(config, layer))
                yield return tensor;
        }

        yield return (FinalNorm, [hidden]);
        if (config.HasOutputMatrix) yield return (Output, [config.VocabularySize, hidden]);
        if (config.Head == LlamaHead.LanguageModel) yield break;
        if (config.HeadIsDeep)
        {
            yield return (DeepHidden, [hidden, hidden]);
            yield return (DeepHiddenBias, [hidden]);
            yield return (DeepScore, [config.Labels, hidden]);
            yield return (DeepScoreBias, [config.Labels]);
        }
        else
        {
            yield return (Score, [config.Labels, hidden]);
            yield return (ScoreBias, [config.Labels]);
        }
    }

    /// <summary>The tensors of a layer that only some families have.</summary>
    private static IEnumerable<(string Name, long[] Shape)> Switched(LlamaConfig config, int layer)
    {
        if (config.QueryKeyValueBias)
        {
            yield return (QueryBias(layer), [config.QueryWidth]);
            yield return (KeyBias(layer), [config.KeyValueWidth]);
            yield return (ValueBias(layer), [config.KeyValueWidth]);
        }

        if (config.QueryKeyNorm)
        {
            yield return (QueryNorm(layer), [config.HeadDim]);
            yield return (KeyNorm(layer), [config.HeadDim]);
        }

        if (config.AttentionOutputBias) yield return (AttentionOutputBias(layer), [config.HiddenSize]);
        if (!config.MlpBias) yield break;
        yield return (GateBias(layer), [config.IntermediateSize]);
        yield return (UpBias(layer), [config.IntermediateSize]);
        yield return (DownBias(layer), [config.HiddenSize]);
    }
}
