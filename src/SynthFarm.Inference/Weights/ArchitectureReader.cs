using System.Text.Json;

namespace SynthFarm.Inference.Weights;

/// <summary>Reads what the families say differently in <c>config.json</c>. What asks for arithmetic that this engine does not do is an error that names it.</summary>
internal static class ArchitectureReader
{
    /// <summary>Values these keys may have in every family.</summary>
    private static readonly (string Key, string[] Allowed)[] Supported =
    [
        ("hidden_act", ["\"silu\"", "\"swish\""]),
        ("quantization_config", ["null"]),
        ("pretraining_tp", ["1"]),
        ("partial_rotary_factor", ["1", "1.0", "null"]),
        ("attn_logit_softcapping", ["null"]),
        ("final_logit_softcapping", ["null"]),
    ];

    /// <summary>The configuration with the family's switches set.</summary>
    public static LlamaConfig Complete(JsonKeys keys, LlamaConfig config)
    {
        Architecture architecture = Find(keys);
        string type = architecture.Family.ToString().ToLowerInvariant();
        Allow(keys, "model_type", $"\"{type}\"");
        foreach ((string key, string[] allowed) in Supported)
            Allow(keys, key, allowed);
        int labels = architecture.IsLanguageModel ? 1 : Labels(keys, architecture);
        config = config with
        {
            Family = architecture.Family,
            Head = architecture.IsLanguageModel ? LlamaHead.LanguageModel : labels == 1 ? LlamaHead.Score : LlamaHead.Labels,
            HeadIsDeep = architecture.HeadIsDeep,
            Labels = labels,
            RopeScaling = RopeScalingReader.Read(keys, config.MaxPositions),
        };
        bool bias = keys.OptionalBool("attention_bias") ?? false;
        return architecture.Family switch
        {
            ModelFamily.Llama => config with { QueryKeyValueBias = bias, AttentionOutputBias = bias, MlpBias = keys.OptionalBool("mlp_bias") ?? false },
            ModelFamily.Mistral => config with { SlidingWindow = keys.OptionalInt("sliding_window") },
            ModelFamily.Qwen2 => Windowed(keys, config) with { QueryKeyValueBias = true },
            _ => Windowed(keys, config) with { QueryKeyNorm = true, QueryKeyValueBias = bias, AttentionOutputBias = bias },
        };
    }

    private static Architecture Find(JsonKeys keys)
    {
        string known = string.Join(", ", Architecture.All.Select(a => a.Name));
        if (keys.Find("architectures") is not { ValueKind: JsonValueKind.Array } names || names.GetArrayLength() != 1)
            throw new InvalidDataException($"architectures must be a list of one name; supported: {known}.");
        string? name = names[0].ValueKind == JsonValueKind.String ? names[0].GetString() : null;
        return Architecture.All.FirstOrDefault(a => a.Name == name)
            ?? throw new InvalidDataException($"architectures is {names.GetRawText()}; supported: {known}.");
    }

    /// <summary>Labels by <c>id2label</c>, else by <c>num_labels</c>, else what the architecture has.</summary>
    private static int Labels(JsonKeys keys, Architecture architecture)
    {
        int? named = keys.Find("id2label") is { ValueKind: JsonValueKind.Object } labels ? labels.EnumerateObject().Count() : null;
        int? counted = keys.OptionalInt("num_labels");
        if (named is { } n && counted is { } c && n != c)
            throw new InvalidDataException($"num_labels is {c}, but id2label names {n}.");
        return named ?? counted ?? architecture.Labels;
    }

    /// <summary>Qwen's window: off unless <c>use_sliding_window</c>, and then on the layers from <c>max_window_layers</c> on, or those <c>layer_types</c> names.</summary>
    private static LlamaConfig Windowed(JsonKeys keys, LlamaConfig config)
    {
        if (!(keys.OptionalBool("use_sliding_window") ?? false))
            return config;
        int first = keys.OptionalInt("max_window_layers") ?? config.Layers;
        IReadOnlyList<int> layers = keys.Find("layer_types") is { ValueKind: JsonValueKind.Array } types
            ? [.. types.EnumerateArray().Index().Where(t => IsSliding(t.Item)).Select(t => t.Index)]
            : [.. Enumerable.Range(0, config.Layers).Where(layer => layer >= first)];
        return layers.Count == 0 ? config : config with { SlidingWindow = keys.OptionalInt("sliding_window"), SlidingLayers = layers };
    }

    private static bool IsSliding(JsonElement type) => type.GetRawText() switch
    {
        "\"sliding_attention\"" => true,
        "\"full_attention\"" => false,
        var other => throw new InvalidDataException($"layer_types has {other}; supported: \"full_attention\", \"sliding_attention\"."),
    };

    private static void Allow(JsonKeys keys, string key, params string[] allowed)
    {
        if (keys.Find(key) is { } value && !allowed.Contains(value.GetRawText()))
            throw new InvalidDataException($"{key} is {value.GetRawText()}; supported: {string.Join(", ", allowed)}.");
    }
}
