using System.Text.Json;
using SynthFarm.Inference.Tokenization.Normalizers;
using SynthFarm.Inference.Tokenization.PreTokenizers;

namespace SynthFarm.Inference.Tokenization;

/// <summary>Writes <c>decoder</c>.</summary>
internal static class DecoderWriter
{
    public static void Write(TokenizerDefinition definition, Utf8JsonWriter writer)
    {
        if (definition.Form == VocabularyForm.ByteLevel)
        {
            writer.WritePropertyName("decoder");
            new ByteLevelPreTokenizer(addPrefixSpace: true, useRegex: true, trimOffsets: true).WriteTo(writer);
            return;
        }

        writer.WriteStartObject("decoder");
        writer.WriteString("type", "Sequence");
        writer.WriteStartArray("decoders");
        if (definition.Form == VocabularyForm.CharactersAndMetaspace)
            new ReplaceNormalizer(TokenizerDefinition.Metaspace, null, " ").WriteTo(writer);
        foreach (string type in new[] { "ByteFallback", "Fuse" })
        {
            writer.WriteStartObject();
            writer.WriteString("type", type);
            writer.WriteEndObject();
        }

        if (definition.StripsFirstSpace)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "Strip");
            writer.WriteString("content", " ");
            writer.WriteNumber("start", 1);
            writer.WriteNumber("stop", 0);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
