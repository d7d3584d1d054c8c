using System.Text.Json;

namespace SynthFarm.Inference.Weights;

/// <summary>Reads <c>rope_scaling</c>, or <c>rope_parameters</c> of newer files.</summary>
internal static class RopeScalingReader
{
    private const string Known = "default, linear, llama3, yarn";

    /// <param name="maxPositions">The context where the file does not tell the original one.</param>
    public static RopeScaling? Read(JsonKeys keys, int maxPositions)
    {
        string key = keys.Find("rope_parameters") is { ValueKind: JsonValueKind.Object } ? "rope_parameters" : "rope_scaling";
        if (keys.Find(key) is not { ValueKind: not JsonValueKind.Null } element)
            return null;
        var values = new JsonKeys(element);
        JsonElement? type = values.Find("rope_type") ?? values.Find("type");
        RopeScalingType? rule = type?.GetRawText() switch
        {
            null or "\"default\"" => null,
            "\"linear\"" => RopeScalingType.Linear,
            "\"llama3\"" => RopeScalingType.Llama3,
            "\"yarn\"" => RopeScalingType.Yarn,
            var other => throw new InvalidDataException($"{key}.rope_type is {other}; supported: {Known}."),
        };
        return rule is null ? null : new RopeScaling(rule.Value, Number(values, "factor") ?? throw new InvalidDataException($"{key}.factor is missing."))
        {
            OriginalPositions = values.OptionalInt("original_max_position_embeddings") ?? maxPositions,
            LowFrequencyFactor = Number(values, "low_freq_factor") ?? 1,
            HighFrequencyFactor = Number(values, "high_freq_factor") ?? 4,
            BetaFast = Number(values, "beta_fast") ?? 32,
            BetaSlow = Number(values, "beta_slow") ?? 1,
            AttentionFactor = Number(values, "attention_factor"),
        };
    }

    private static double? Number(JsonKeys values, string key) => values.OptionalFloat(key);
}
