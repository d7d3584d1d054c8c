using System.Text.Json;

namespace SynthFarm.Inference.Tokenization;

/// <summary>
/// Reads tokenizer.json of Hugging Face's tokenizers library, and the begin and end tokens from tokenizer_config.json beside
/// it. Whatever would change the token ids and is not understood is an error that names the key.
/// </summary>
internal static class TokenizerReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    public static TokenizerDefinition Read(string path)
    {
        using JsonDocument document = Parse(path);
        JsonSection root = new JsonSection(document.RootElement, path, "").Only(
            "version", "truncation", "padding", "added_tokens", "normalizer", "pre_tokenizer", "post_processor", "decoder", "model");
        root.Allow("truncation");
        root.Allow("padding");
        root.Allow("normalizer");
        if (root.Has("post_processor"))
            CheckByteLevel(root["post_processor"]);
        CheckByteLevel(root["decoder"]);
        JsonSection model = ReadModelHead(root["model"]);
        string config = Path.Combine(Path.GetDirectoryName(path) ?? "", "tokenizer_config.json");
        return new TokenizerDefinition
        {
            Vocabulary = ReadVocabulary(model["vocab"]),
            Merges = model.Has("merges") ? [.. model["merges"].Items().Select(ReadMerge)] : [],
            IgnoreMerges = model.Flag("ignore_merges", false),
            AddedTokens = root.Has("added_tokens") ? [.. root["added_tokens"].Items().Select(ReadAddedToken)] : [],
            PreTokenizers = PreTokenizerReader.Read(root["pre_tokenizer"]),
            BosToken = File.Exists(config) ? ReadSpecialToken(config, "bos_token") : null,
            EosToken = File.Exists(config) ? ReadSpecialToken(config, "eos_token") : null,
        };
    }

    private static JsonSection ReadModelHead(JsonSection model)
    {
        model.Only("type", "dropout", "unk_token", "continuing_subword_prefix", "end_of_word_suffix", "fuse_unk",
            "byte_fallback", "ignore_merges", "vocab", "merges");
        // Old files have no type; the library then recognises the model by its keys.
        model.Allow("type", "\"BPE\"");
        model.Allow("dropout", "0", "0.0");
        model.Allow("continuing_subword_prefix", "\"\"");
        model.Allow("end_of_word_suffix", "\"\"");
        model.Allow("byte_fallback", "false");
        return model;
    }

    private static List<KeyValuePair<string, int>> ReadVocabulary(JsonSection vocab)
    {
        vocab.RequireKind(JsonValueKind.Object, "an object");
        var entries = new List<KeyValuePair<string, int>>();
        var seen = new HashSet<string>();
        foreach (JsonProperty entry in vocab.Element.EnumerateObject())
        {
            if (!seen.Add(entry.Name))
                throw vocab.Error($"the key model.vocab.\"{entry.Name}\" occurs twice");
            if (entry.Value.ValueKind != JsonValueKind.Number || !entry.Value.TryGetInt32(out int id) || id < 0)
                throw vocab.Error($"model.vocab.\"{entry.Name}\" is {entry.Value.GetRawText()}; it must be an integer of at least 0");
            entries.Add(new(entry.Name, id));
        }

        return entries;
    }

    private static (string Left, string Right) ReadMerge(JsonSection merge)
    {
        if (merge.Element.ValueKind == JsonValueKind.Array)
        {
            JsonSection[] pair = [.. merge.Items()];
            if (pair.Length == 2)
                return (pair[0].Text(), pair[1].Text());
        }
        else
        {
            string[] pair = merge.Text().Split(' ');
            if (pair.Length == 2 && pair[0].Length > 0 && pair[1].Length > 0)
                return (pair[0], pair[1]);
        }

        throw merge.Error($"{merge.Path} is {merge.Element.GetRawText()}; it must be two tokens, as \"a b\" or [\"a\", \"b\"]");
    }

    private static AddedToken ReadAddedToken(JsonSection token)
    {
        token.Only("id", "content", "single_word", "lstrip", "rstrip", "normalized", "special");
        token.Allow("single_word", "false");
        token.Allow("lstrip", "false");
        token.Allow("rstrip", "false");
        return new AddedToken(
            token["id"].Id(), token["content"].Text(), token.Flag("special", false), token.Flag("normalized", false));
    }

    private static void CheckByteLevel(JsonSection step)
    {
        // Both only move offsets or turn the alphabet back into bytes: no flag of theirs changes an id or a text.
        step.Only("type", "add_prefix_space", "trim_offsets", "use_regex");
        step.Allow("type", "\"ByteLevel\"");
    }

    private static string? ReadSpecialToken(string path, string key)
    {
        using JsonDocument document = Parse(path);
        var root = new JsonSection(document.RootElement, path, "");
        root.RequireKind(JsonValueKind.Object, "an object");
        if (!root.Has(key))
            return null;
        JsonSection value = root[key];
        return value.Element.ValueKind == JsonValueKind.Object ? value["content"].Text() : value.Text();
    }

    private static JsonDocument Parse(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path), Options);
        }
        catch (JsonException error)
        {
            throw new TokenizerFormatException(
                $"{path}: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}: not JSON: {error.Message}", error);
        }
    }
}
