using System.Text.Json;
using SynthFarm.Inference.Server.Fields;
using SynthFarm.Inference.Server.Models;
using SynthFarm.Inference.Server.Tokens;

namespace SynthFarm.Inference.Server.Completions;

/// <summary>Reads a prompt: a text, token ids, or a list of either.</summary>
internal static class CompletionPrompts
{
    /// <summary>The tokens of each prompt.</summary>
    /// <param name="fields">The request.</param>
    /// <param name="field">The field that holds them.</param>
    /// <param name="model">Whose tokens.</param>
    /// <param name="most">Most prompts.</param>
    public static IReadOnlyList<int[]> Read(RequestFields fields, string field, ServedModel model, int most)
    {
        if (fields.Take(field) is not { } value)
        {
            fields.Missing(field);
            return [];
        }

        var begin = fields.Flag("add_special_tokens") == true;
        if (value.ValueKind == JsonValueKind.String || IsTokens(value))
        {
            return [One(fields, field, value, model, begin)];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            fields.WrongType(field, "a string, an array of token ids, or an array of either", value);
            return [];
        }

        var count = value.GetArrayLength();
        if (count == 0 || count > most)
        {
            fields.Fault(field, $"Invalid '{field}': expected 1 to {most} items, but got {count} instead.", count == 0 ? "empty_array" : "array_above_max_length");
            return [];
        }

        return [.. value.EnumerateArray().Select((item, i) => One(fields, $"{field}[{i}]", item, model, begin))];
    }

    private static bool IsTokens(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.Number;

    private static int[] One(RequestFields fields, string name, JsonElement item, ServedModel model, bool begin)
    {
        if (item.ValueKind == JsonValueKind.String)
        {
            return fields.Text(name, item) is { } text ? TextTokens.Of(model, text, begin) : [];
        }

        if (!IsTokens(item))
        {
            fields.WrongType(name, "a string or an array of token ids", item);
            return [];
        }

        var ids = fields.TokenIds(name, item);
        if (Array.FindIndex(ids, id => !model.Engine.Tokenizer.Contains(id)) is >= 0 and var at)
        {
            fields.Fault(name, $"Invalid '{name}': the vocabulary has no token {ids[at]}.", "invalid_value");
        }

        return ids;
    }
}
