using SynthFarm.Inference.Weights;

namespace SynthFarm.TestKit.Gguf;

/// <summary>llama.cpp's names of tensors.</summary>
internal static class GgufNames
{
    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["input_layernorm"] = "attn_norm",
        ["self_attn.q_proj"] = "attn_q",
        ["self_attn.k_proj"] = "attn_k",
        ["self_attn.v_proj"] = "attn_v",
        ["self_attn.o_proj"] = "attn_output",
        ["self_attn.q_norm"] = "attn_q_norm",
        ["self_attn.k_norm"] = "attn_k_norm",
        ["post_attention_layernorm"] = "ffn_norm",
        ["mlp.gate_proj"] = "ffn_gate",
        ["mlp.up_proj"] = "ffn_up",
        ["mlp.down_proj"] = "ffn_down",
    };

    /// <param name="name">As <see cref="LlamaTensors"/> spells it.</param>
    public static string Of(string name)
    {
        switch (name)
        {
            case LlamaTensors.Embedding:
                return "token_embd.weight";
            case LlamaTensors.FinalNorm:
                return "output_norm.weight";
            case LlamaTensors.Output:
                return "output.weight";
        }

        // model.layers.N.PART.weight
        string[] words = name.Split('.');
        return $"blk.{words[2]}.{Parts[string.Join('.', words[3..^1])]}.{words[^1]}";
    }
}
