using System.Text.Json;

namespace SynthFarm.Inference.Weights;

/// <summary>Reads and writes <c>config.json</c> in the Hugging Face form.</summary>
public static class LlamaConfigJson
{
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
    public static string Format(LlamaConfig config, SafetensorsDataType dataType) => ConfigWriter.Format(config, dataType);

    private static LlamaConfig Parse(JsonElement root)
    {
        var keys = new JsonKeys(root);
        int hidden = keys.Int("hidden_size"), heads = keys.Int("num_attention_heads");
        if (keys.Find("head_dim") is null or { ValueKind: JsonValueKind.Null } && (heads < 1 || hidden % heads != 0))
            throw new InvalidDataException($"hidden_size is {hidden}; without head_dim it must be a multiple of num_attention_heads ({heads}).");
        IReadOnlyList<int> ends = Ends(keys);
        LlamaConfig config = ArchitectureReader.Complete(keys, new LlamaConfig
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
            BosTokenId = keys.OptionalInt("bos_token_id"),
            EosTokenId = ends.Count > 0 ? ends[0] : null,
            OtherEosTokenIds = ends.Count > 1 ? [.. ends.Skip(1)] : [],
            PadTokenId = keys.OptionalInt("pad_token_id"),
        });
        config.Validate();
        return config;
    }

    /// <summary>One id, or a list of them as Llama 3 has.</summary>
    private static IReadOnlyList<int> Ends(JsonKeys keys)
    {
        if (keys.Find("eos_token_id") is not { ValueKind: JsonValueKind.Array } list)
            return keys.OptionalInt("eos_token_id") is { } id ? [id] : [];
        return [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out int id)
            ? id
            : throw new InvalidDataException($"eos_token_id has {item.GetRawText()}; expected integers."))];
    }

    /// <summary>Older files have <c>rope_theta</c> at the top, newer ones inside <c>rope_parameters</c>.</summary>
    private static float RopeTheta(JsonKeys keys) =>
        (keys.Find("rope_parameters") is { ValueKind: JsonValueKind.Object } element ? new JsonKeys(element) : keys).OptionalFloat("rope_theta") ?? 10_000f;
}
