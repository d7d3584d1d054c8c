namespace SynthFarm.Inference.Weights;

/// <summary>The families of decoders that differ from Llama's by a few switches; decides the names in <c>config.json</c>.</summary>
public enum ModelFamily
{
    /// <summary>Llama 2 and 3, SmolLM and others that call themselves <c>llama</c>.</summary>
    Llama,

    /// <summary>Mistral: Llama with a sliding window.</summary>
    Mistral,

    /// <summary>Qwen2 and Qwen2.5: biases on query, key and value.</summary>
    Qwen2,

    /// <summary>Qwen3: each query and key head is normalised before it is turned.</summary>
    Qwen3,
}
