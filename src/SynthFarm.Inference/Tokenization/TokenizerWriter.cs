using System.Text.Encodings.Web;
using System.Text.Json;

namespace SynthFarm.Inference.Tokenization;

/// <summary>Writes tokenizer.json and tokenizer_config.json as Hugging Face's libraries read them.</summary>
internal static class TokenizerWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TokenizerDefinition definition, string folder)
    {
        Directory.CreateDirectory(folder);
        WriteFile(Path.Combine(folder, "tokenizer.json"), writer => WriteTokenizer(definition, writer));
        WriteFile(Path.Combine(folder, "tokenizer_config.json"), writer => WriteConfig(definition, writer));
    }

    private static void WriteFile(string path, Action<Utf8JsonWriter> write)
    {
        using FileStream stream = File.Create(path);
        using (var writer = new Utf8JsonWriter(stream, Options))
            write(writer);
        stream.WriteByte((byte)'\n');
    }

    private static void WriteTokenizer(TokenizerDefinition definition, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("version", "1.0");
        writer.WriteNull("truncation");
        writer.WriteNull("padding");
        writer.WriteStartArray("added_tokens");
        foreach (AddedToken token in definition.AddedTokens.OrderBy(token => token.Id))
            WriteAddedToken(token, writer);
        writer.WriteEndArray();
        WriteSteps(writer, "normalizer", "normalizers", [.. definition.Normalizers.Select(step => (Action<Utf8JsonWriter>)step.WriteTo)]);
        WriteSteps(writer, "pre_tokenizer", "pretokenizers", [.. definition.PreTokenizers.Select(step => (Action<Utf8JsonWriter>)step.WriteTo)]);
        PostProcessorWriter.Write(definition, writer);
        DecoderWriter.Write(definition, writer);
        WriteModel(definition, writer);
        writer.WriteEndObject();
    }

    private static void WriteSteps(Utf8JsonWriter writer, string key, string list, IReadOnlyList<Action<Utf8JsonWriter>> steps)
    {
        if (steps.Count == 0)
        {
            writer.WriteNull(key);
            return;
        }

        writer.WriteStartObject(key);
        writer.WriteString("type", "Sequence");
        writer.WriteStartArray(list);
        foreach (Action<Utf8JsonWriter> write in steps)
            write(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteAddedToken(AddedToken token, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", token.Id);
        writer.WriteString("content", token.Content);
        writer.WriteBoolean("single_word", token.SingleWord);
        writer.WriteBoolean("lstrip", token.StripLeft);
        writer.WriteBoolean("rstrip", token.StripRight);
        writer.WriteBoolean("normalized", token.Normalized);
        writer.WriteBoolean("special", token.Special);
        writer.WriteEndObject();
    }

    private static void WriteModel(TokenizerDefinition definition, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("model");
        writer.WriteString("type", "BPE");
        writer.WriteNull("dropout");
        writer.WriteString("unk_token", definition.UnknownToken);
        writer.WriteNull("continuing_subword_prefix");
        writer.WriteNull("end_of_word_suffix");
        writer.WriteBoolean("fuse_unk", definition.FuseUnknown);
        writer.WriteBoolean("byte_fallback", definition.Form != VocabularyForm.ByteLevel);
        writer.WriteBoolean("ignore_merges", definition.IgnoreMerges);
        writer.WriteStartObject("vocab");
        foreach ((string text, int id) in definition.Vocabulary.OrderBy(entry => entry.Value))
            writer.WriteNumber(text, id);
        writer.WriteEndObject();
        writer.WriteStartArray("merges");
        foreach ((string left, string right) in definition.Merges)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(left);
            writer.WriteStringValue(right);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteConfig(TokenizerDefinition definition, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("tokenizer_class", "PreTrainedTokenizerFast");
        writer.WriteBoolean("add_bos_token", definition.PrefixIds.Count > 0);
        writer.WriteBoolean("clean_up_tokenization_spaces", false);
        writer.WriteString("bos_token", definition.BosToken);
        writer.WriteString("eos_token", definition.EosToken);
        writer.WriteEndObject();
    }
}
