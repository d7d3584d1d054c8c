using System.Text.Json;

namespace SynthFarm.Inference.Tokenization;

/// <summary>Writes <c>post_processor</c>: the tokens before a text.</summary>
internal static class PostProcessorWriter
{
    public static void Write(TokenizerDefinition definition, Utf8JsonWriter writer)
    {
        if (definition.PrefixIds.Count == 0)
        {
            writer.WriteNull("post_processor");
            return;
        }

        (int Id, string Text)[] tokens = [.. definition.PrefixIds.Select(id => (id, definition.AddedTokens.First(token => token.Id == id).Content))];
        writer.WriteStartObject("post_processor");
        writer.WriteString("type", "TemplateProcessing");
        foreach (string key in new[] { "single", "pair" })
        {
            writer.WriteStartArray(key);
            foreach ((_, string text) in tokens)
                WriteTemplatePiece(writer, "SpecialToken", text);
            WriteTemplatePiece(writer, "Sequence", "A");
            if (key == "pair")
                WriteTemplatePiece(writer, "Sequence", "B");
            writer.WriteEndArray();
        }

        writer.WriteStartObject("special_tokens");
        foreach ((int id, string text) in tokens.DistinctBy(token => token.Id))
        {
            writer.WriteStartObject(text);
            writer.WriteString("id", text);
            writer.WriteStartArray("ids");
            writer.WriteNumberValue(id);
            writer.WriteEndArray();
            writer.WriteStartArray("tokens");
            writer.WriteStringValue(text);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteTemplatePiece(Utf8JsonWriter writer, string kind, string id)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(kind);
        writer.WriteString("id", id);
        writer.WriteNumber("type_id", id == "B" ? 1 : 0);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
