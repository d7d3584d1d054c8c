using System.Text;
using System.Text.Json;

namespace SynthFarm.Inference.Weights;

/// <summary>Reads and writes <c>config.json</c> in the Hugging Face form.</summary>
public static class LlamaConfigJson
{
    private const string CausalLanguageModel = "LlamaForCausalLM";
    private const string TokenClassification = "LlamaForTokenClassification";

    /// <summary>Values these keys may have: anything else asks for an architecture this engine does not compute.</summary>
    private static readonly (string Key, string[] Allowed)[] Supported =
    [
        ("model_type", ["\"llama\""]),
        ("hidden_act", ["\"silu\"", "\"swish\""]),
        ("attention_bias", ["false"]),
        ("mlp_bias", ["false"]),
        ("rope_scaling", ["null"]),
        ("quantization_config", ["null"]),
        ("pretraining_tp", ["1"]),
        ("partial_rotary_factor", ["1", "1.0", "null"]),
        ("num_labels", ["1"]),
    ];

    /// <exception cref="InvalidDataException">Not JSON, a key is missing or mistyped, or a value is unsupported; key and value are named.</exception>
    public static LlamaConfig Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }

    /// <inheritdoc cref="Read"/>
    public static LlamaConfig Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Parse(document.RootElement);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"not valid JSON: {error.Message}", error);
        }
    }

    public static void Write(string path, LlamaConfig config, SafetensorsDataType dataType) => File.WriteAllText(path, Format(config, dataType));

    /// <summary>The text of <c>config.json</c>, the same for the same arguments.</summary>
    public static string Format(LlamaConfig config, SafetensorsDataType dataType)
    {
        ArgumentNullException.ThrowIfNull(config);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            bool score = config.Head == LlamaHead.Score;
            json.WriteStartObject();
            json.WriteStartArray("architectures");
            json.WriteStringValue(score ? TokenClassification : CausalLanguageModel);
            json.WriteEndArray();
            json.WriteString("model_type", "llama");
            json.WriteBoolean("attention_bias", false);
            Optional(json, "bos_token_id", config.BosTokenId);
            Optional(json, "eos_token_id", config.EosTokenId);
            json.WriteNumber("head_dim", config.HeadDim);
            json.WriteString("hidden_act", "silu");
            json.WriteNumber("hidden_size", config.HiddenSize);
            if (score)
            {
                json.WriteStartObject("id2label");
                json.WriteString("0", "LABEL_0");
                json.WriteEndObject();
                json.WriteStartObject("label2id");
                json.WriteNumber("LABEL_0", 0);
                json.WriteEndObject();
            }

            json.WriteNumber("intermediate_size", config.IntermediateSize);
            json.WriteNumber("max_position_embeddings", config.MaxPositions);
            json.WriteBoolean("mlp_bias", false);
            json.WriteNumber("num_attention_heads", config.Heads);
            json.WriteNumber("num_hidden_layers", config.Layers);
            json.WriteNumber("num_key_value_heads", config.KeyValueHeads);
            Optional(json, "pad_token_id", config.PadTokenId);
            json.WriteNumber("rms_norm_eps", config.RmsNormEpsilon);
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

    private static LlamaConfig Parse(JsonElement root)
    {
        var keys = new JsonKeys(root);
        LlamaHead head = Head(keys);
        foreach ((string key, string[] allowed) in Supported)
            if (keys.Find(key) is { } value && !allowed.Contains(value.GetRawText()))
                throw new InvalidDataException($"{key} is {value.GetRawText()}; supported: {string.Join(", ", allowed)}.");
        int hidden = keys.Int("hidden_size"), heads = keys.Int("num_attention_heads");
        if (keys.Find("head_dim") is null or { ValueKind: JsonValueKind.Null } && (heads < 1 || hidden % heads != 0))
            throw new InvalidDataException($"hidden_size is {hidden}; without head_dim it must be a multiple of num_attention_heads ({heads}).");
        var config = new LlamaConfig
        {
            HiddenSize = hidden,
            Layers = keys.Int("num_hidden_layers"),
            Heads = heads,
            KeyValueHeads = keys.OptionalInt("num_key_value_heads") ?? heads,
            HeadDim = keys.OptionalInt("head_dim") ?? hidden / heads,
            IntermediateSize = keys.Int("intermediate_size"),
            VocabularySize = keys.Int("vocab_size"),
            MaxPositions = keys.OptionalInt("max_position_embeddings") ?? 2048,
            RopeTheta = RopeTheta(keys),
            RmsNormEpsilon = keys.OptionalFloat("rms_norm_eps") ?? 1e-6f,
            TieWordEmbeddings = keys.OptionalBool("tie_word_embeddings") ?? false,
            Head = head,
            BosTokenId = keys.OptionalInt("bos_token_id"),
            EosTokenId = keys.OptionalInt("eos_token_id"),
            PadTokenId = keys.OptionalInt("pad_token_id"),
        };
        config.Validate();
        return config;
    }

    private static LlamaHead Head(JsonKeys keys)
    {
        if (keys.Find("architectures") is not { ValueKind: JsonValueKind.Array } names || names.GetArrayLength() != 1)
            throw new InvalidDataException($"architectures must be a list of one name, {CausalLanguageModel} or {TokenClassification}.");
        string? name = names[0].ValueKind == JsonValueKind.String ? names[0].GetString() : null;
        if (name == CausalLanguageModel) return LlamaHead.LanguageModel;
        if (name != TokenClassification)
            throw new InvalidDataException($"architectures is {names.GetRawText()}; supported: {CausalLanguageModel}, {TokenClassification}.");
        if (keys.Find("id2label") is not { ValueKind: JsonValueKind.Object } labels || labels.EnumerateObject().Count() != 1)
            throw new InvalidDataException($"id2label must name exactly one label for {TokenClassification}: the score of a step.");
        return LlamaHead.Score;
    }

    /// <summary>Older files have <c>rope_theta</c> at the top, newer ones inside <c>rope_parameters</c>.</summary>
    private static float RopeTheta(JsonKeys keys)
    {
        if (keys.Find("rope_parameters") is not { ValueKind: JsonValueKind.Object } element) return keys.OptionalFloat("rope_theta") ?? 10_000f;
        var parameters = new JsonKeys(element);
        if (parameters.Find("rope_type") is { } type && type.GetRawText() != "\"default\"")
            throw new InvalidDataException($"rope_parameters.rope_type is {type.GetRawText()}; supported: \"default\".");
        return parameters.OptionalFloat("rope_theta") ?? 10_000f;
    }

    private static void Optional(Utf8JsonWriter json, string key, int? value)
    {
        if (value is { } number) json.WriteNumber(key, number);
    }
}
