using System.Text.Json;
using SynthFarm.Inference.Tokenization.Normalizers;
using SynthFarm.Inference.Tokenization.PreTokenizers;

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
        IReadOnlyList<IPreTokenizer> preTokenizers = root.Has("pre_tokenizer") ? PreTokenizerReader.Read(root["pre_tokenizer"]) : [];
        bool metaspace = preTokenizers.Any(step => step is MetaspacePreTokenizer);
        IReadOnlyList<INormalizer> normalizers = root.Has("normalizer") ? NormalizerReader.Read(root["normalizer"], metaspace) : [];
        metaspace |= normalizers.Any(step => step is MetaspaceNormalizer);
        JsonSection model = ReadModelHead(root["model"]);
        VocabularyForm form = Form(root, preTokenizers, metaspace);
        if (form == VocabularyForm.ByteLevel)
            DecoderReader.CheckByteLevel(root["decoder"]);
        string config = Path.Combine(Path.GetDirectoryName(path) ?? "", "tokenizer_config.json");
        return ReadConfig(config, new TokenizerDefinition
        {
            Vocabulary = ReadVocabulary(model["vocab"]),
            Form = form,
            Merges = model.Has("merges") ? [.. model["merges"].Items().Select(ReadMerge)] : [],
            IgnoreMerges = model.Flag("ignore_merges", false),
            UnknownToken = model.Has("unk_token") ? model["unk_token"].Text() : null,
            FuseUnknown = model.Flag("fuse_unk", false),
            AddedTokens = root.Has("added_tokens") ? [.. root["added_tokens"].Items().Select(ReadAddedToken)] : [],
            Normalizers = normalizers,
            PreTokenizers = preTokenizers,
            StripsFirstSpace = form != VocabularyForm.ByteLevel && DecoderReader.ReadCharacters(root["decoder"], metaspace),
            PrefixIds = root.Has("post_processor") ? PostProcessorReader.Read(root["post_processor"]) : [],
        });
    }

    private static VocabularyForm Form(JsonSection root, IReadOnlyList<IPreTokenizer> preTokenizers, bool metaspace)
    {
        JsonSection model = root["model"];
        bool byteLevel = preTokenizers.Count > 0 && preTokenizers[^1] is ByteLevelPreTokenizer;
        if (byteLevel == model.Flag("byte_fallback", false))
        {
            throw byteLevel
                ? model.Unsupported("byte_fallback", "false, since pre_tokenizer ends with ByteLevel")
                : root.Error("pre_tokenizer must end with a ByteLevel step, or model.byte_fallback be true; other models are not supported");
        }

        if (byteLevel && metaspace)
            throw root.Error("normalizer writes spaces as U+2581, and pre_tokenizer ends with ByteLevel; one of the two is supported");
        if (metaspace && preTokenizers.Any(step => step is SplitPreTokenizer))
            throw root.Error("pre_tokenizer has a step Split behind one that writes spaces as U+2581, which is not supported");
        return byteLevel ? VocabularyForm.ByteLevel : metaspace ? VocabularyForm.CharactersAndMetaspace : VocabularyForm.Characters;
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
        return new AddedToken(token["id"].Id(), token["content"].Text(), token.Flag("special", false), token.Flag("normalized", false))
        {
            SingleWord = token.Flag("single_word", false),
            StripLeft = token.Flag("lstrip", false),
            StripRight = token.Flag("rstrip", false),
        };
    }

    /// <summary>The begin and end tokens of tokenizer_config.json, and whether the begin token stands before a text.</summary>
    private static TokenizerDefinition ReadConfig(string path, TokenizerDefinition definition)
    {
        if (!File.Exists(path))
            return definition;
        using JsonDocument document = Parse(path);
        var root = new JsonSection(document.RootElement, path, "");
        root.RequireKind(JsonValueKind.Object, "an object");
        string? bos = ReadSpecialToken(root, "bos_token");
        return definition with
        {
            BosToken = bos,
            EosToken = ReadSpecialToken(root, "eos_token"),
            PrefixIds = !root.Has("add_bos_token") ? definition.PrefixIds
                : !root.Flag("add_bos_token", false) ? []
                : definition.PrefixIds.Count > 0 ? definition.PrefixIds
                : [definition.AddedTokens.FirstOrDefault(token => token.Content == bos)?.Id
                    ?? throw root.Unsupported("add_bos_token", "false, since bos_token is none of added_tokens")],
        };
    }

    private static string? ReadSpecialToken(JsonSection root, string key)
    {
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
