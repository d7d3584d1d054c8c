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
        writer.WriteNull("normalizer");
        writer.WriteStartObject("pre_tokenizer");
        writer.WriteString("type", "Sequence");
        writer.WriteStartArray("pretokenizers");
        foreach (IPreTokenizer step in definition.PreTokenizers)
            step.WriteTo(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteNull("post_processor");
        writer.WritePropertyName("decoder");
        new ByteLevelPreTokenizer(addPrefixSpace: true, useRegex: true, trimOffsets: true).WriteTo(writer);
        WriteModel(definition, writer);
        writer.WriteEndObject();
    }

    private static void WriteAddedToken(AddedToken token, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", token.Id);
        writer.WriteString("content", token.Content);
        writer.WriteBoolean("single_word", false);
        writer.WriteBoolean("lstrip", false);
        writer.WriteBoolean("rstrip", false);
        writer.WriteBoolean("normalized", token.Normalized);
        writer.WriteBoolean("special", token.Special);
        writer.WriteEndObject();
    }

    private static void WriteModel(TokenizerDefinition definition, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("model");
        writer.WriteString("type", "BPE");
        writer.WriteNull("dropout");
        writer.WriteNull("unk_token");
        writer.WriteNull("continuing_subword_prefix");
        writer.WriteNull("end_of_word_suffix");
        writer.WriteBoolean("fuse_unk", false);
        writer.WriteBoolean("byte_fallback", false);
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
        writer.WriteBoolean("add_bos_token", false);
        writer.WriteBoolean("clean_up_tokenization_spaces", false);
        writer.WriteString("bos_token", definition.BosToken);
        writer.WriteString("eos_token", definition.EosToken);
        writer.WriteEndObject();
    }
}
