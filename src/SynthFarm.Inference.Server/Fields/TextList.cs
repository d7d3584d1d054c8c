using System.Text.Json;

namespace SynthFarm.Inference.Server.Fields;

/// <summary>Reads fields that hold one of something or a list of it.</summary>
internal static class TextList
{
    /// <summary>A string or an array of strings, none of them empty.</summary>
    public static IReadOnlyList<string> Texts(this RequestFields fields, string field, int mostItems, int mostLength)
    {
        if (fields.Take(field) is not { } value)
        {
            return [];
        }

        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Array))
        {
            fields.WrongType(field, "a string or an array of strings", value);
            return [];
        }

        JsonElement[] items = value.ValueKind == JsonValueKind.String ? [value] : [.. value.EnumerateArray()];
        if (items.Length > mostItems)
        {
            fields.Fault(field, $"Invalid '{fields.Name(field)}': array too long. Expected at most {mostItems} items, but got {items.Length} instead.", "array_above_max_length");
            return [];
        }

        var texts = new List<string>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            var name = items.Length == 1 ? field : $"{field}[{i}]";
            if (fields.Text(name, items[i]) is not { } text)
            {
                continue;
            }

            if (text.Length == 0 || text.Length > mostLength)
            {
                fields.Fault(name, $"Invalid '{fields.Name(name)}': expected a string of 1 to {mostLength} characters, but got {text.Length} instead.", text.Length == 0 ? "empty_string" : "string_above_max_length");
                continue;
            }

            texts.Add(text);
        }

        return texts;
    }

    /// <summary>An array of token ids.</summary>
    public static int[] TokenIds(this RequestFields fields, string field, JsonElement value)
    {
        var ids = new int[value.GetArrayLength()];
        var i = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt32(out ids[i++]))
            {
                fields.WrongType(field, "an array of token ids", item);
                return [];
            }
        }

        return ids;
    }
}
