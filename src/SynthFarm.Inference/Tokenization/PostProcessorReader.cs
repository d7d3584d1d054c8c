namespace SynthFarm.Inference.Tokenization;

/// <summary>Reads <c>post_processor</c>: the tokens that stand before a text. Its ByteLevel step only moves offsets.</summary>
internal static class PostProcessorReader
{
    /// <summary>The tokens before a text; none where the key is absent.</summary>
    public static IReadOnlyList<int> Read(JsonSection section) => [.. section.Steps("processors").SelectMany(ReadStep)];

    private static IReadOnlyList<int> ReadStep(JsonSection section)
    {
        if (section["type"].Text() == "TemplateProcessing")
            return ReadTemplate(section);
        section.Allow("type", "\"ByteLevel\"", "\"TemplateProcessing\"", "\"Sequence\"");
        DecoderReader.CheckByteLevel(section);
        return [];
    }

    private static List<int> ReadTemplate(JsonSection section)
    {
        section.Only("type", "single", "pair", "special_tokens");
        var ids = new List<int>();
        bool texts = false;
        foreach (JsonSection piece in section["single"].Items())
        {
            piece.Only("SpecialToken", "Sequence");
            if (piece.Has("Sequence"))
            {
                piece["Sequence"].Only("id", "type_id").Allow("id", "\"A\"");
                texts = true;
            }
            else if (texts)
            {
                throw piece.Error($"{piece.Path} puts a token behind the text, which is not supported; a prompt is to be continued");
            }
            else
            {
                JsonSection token = section["special_tokens"][piece["SpecialToken"].Only("id", "type_id")["id"].Text()];
                ids.AddRange(token.Only("id", "ids", "tokens")["ids"].Items().Select(id => id.Id()));
            }
        }

        return texts ? ids : throw section.Error($"{section.Path}.single has no Sequence");
    }
}
