using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SynthFarm.Inference.Weights;

/// <summary>Writes <c>config.json</c>. Switches that are off, and that a plain Llama's file does not have, are left out.</summary>
internal static class ConfigWriter
{
    public static string Format(LlamaConfig config, SafetensorsDataType dataType)
    {
        ArgumentNullException.ThrowIfNull(config);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartArray("architectures");
            json.WriteStringValue(Architecture.NameOf(config));
            json.WriteEndArray();
            json.WriteString("model_type", config.Family.ToString().ToLowerInvariant());
            json.WriteBoolean("attention_bias", config.AttentionOutputBias);
            Optional(json, "bos_token_id", config.BosTokenId);
            WriteEos(json, config);
            json.WriteNumber("head_dim", config.HeadDim);
            json.WriteString("hidden_act", "silu");
            json.WriteNumber("hidden_size", config.HiddenSize);
            if (config.Head != LlamaHead.LanguageModel)
                WriteLabels(json, config.Labels);
            json.WriteNumber("intermediate_size", config.IntermediateSize);
            json.WriteNumber("max_position_embeddings", config.MaxPositions);
            if (config.SlidingWindow is not null)
                WriteWindow(json, config);
            json.WriteBoolean("mlp_bias", config.MlpBias);
            json.WriteNumber("num_attention_heads", config.Heads);
            json.WriteNumber("num_hidden_layers", config.Layers);
            json.WriteNumber("num_key_value_heads", config.KeyValueHeads);
            Optional(json, "pad_token_id", config.PadTokenId);
            json.WriteNumber("rms_norm_eps", config.RmsNormEpsilon);
            if (config.RopeScaling is { } scaling)
                WriteScaling(json, scaling);
            json.WriteNumber("rope_theta", config.RopeTheta);
            json.WriteBoolean("tie_word_embeddings", config.TieWordEmbeddings);
            json.WriteString("torch_dtype", dataType switch
            {
                SafetensorsDataType.F32 => "float32",
                SafetensorsDataType.F16 => "float16",
                _ => "bfloat16",
            });
            json.WriteNumber("vocab_size", config.VocabularySize);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void WriteEos(Utf8JsonWriter json, LlamaConfig config)
    {
        if (config.OtherEosTokenIds.Count == 0)
        {
            Optional(json, "eos_token_id", config.EosTokenId);
            return;
        }

        json.WriteStartArray("eos_token_id");
        foreach (int id in config.OtherEosTokenIds.Prepend(config.EosTokenId!.Value))
            json.WriteNumberValue(id);
        json.WriteEndArray();
    }

    private static void WriteLabels(Utf8JsonWriter json, int labels)
    {
        json.WriteStartObject("id2label");
        for (int i = 0; i < labels; i++)
            json.WriteString(i.ToString(CultureInfo.InvariantCulture), $"LABEL_{i}");
        json.WriteEndObject();
        json.WriteStartObject("label2id");
        for (int i = 0; i < labels; i++)
            json.WriteNumber($"LABEL_{i}", i);
        json.WriteEndObject();
    }

    private static void WriteWindow(Utf8JsonWriter json, LlamaConfig config)
    {
        if (config.Family is ModelFamily.Qwen2 or ModelFamily.Qwen3)
        {
            json.WriteStartArray("layer_types");
            for (int layer = 0; layer < config.Layers; layer++)
                json.WriteStringValue(config.WindowOf(layer) is null ? "full_attention" : "sliding_attention");
            json.WriteEndArray();
            json.WriteBoolean("use_sliding_window", true);
        }

        json.WriteNumber("sliding_window", config.SlidingWindow!.Value);
    }

    private static void WriteScaling(Utf8JsonWriter json, RopeScaling scaling)
    {
        json.WriteStartObject("rope_scaling");
        json.WriteString("rope_type", scaling.Type.ToString().ToLowerInvariant());
        json.WriteNumber("factor", scaling.Factor);
        json.WriteNumber("original_max_position_embeddings", scaling.OriginalPositions);
        json.WriteNumber("low_freq_factor", scaling.LowFrequencyFactor);
        json.WriteNumber("high_freq_factor", scaling.HighFrequencyFactor);
        json.WriteNumber("beta_fast", scaling.BetaFast);
        json.WriteNumber("beta_slow", scaling.BetaSlow);
        if (scaling.AttentionFactor is { } factor)
            json.WriteNumber("attention_factor", factor);
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string key, int? value)
    {
        if (value is { } number) json.WriteNumber(key, number);
    }
}
