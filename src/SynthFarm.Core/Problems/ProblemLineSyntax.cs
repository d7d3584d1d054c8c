using System.Text;
using System.Text.Json;
using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Problems;

/// <summary>Words for what breaks a line's JSON.</summary>
public static class ProblemLineSyntax
{
    private const int MaxFieldName = 60;

    /// <summary>What stands where reading stopped.</summary>
    public static string Describe(JsonException exception, ReadOnlySpan<byte> json)
    {
        var at = (int)(exception.BytePositionInLine ?? 0);
        if (json.Trim(" \t\r\n"u8).IsEmpty)
        {
            return "found an empty line; allowed is one JSON object";
        }

        if (at >= json.Length || json[at..].Trim(" \t\r\n"u8).IsEmpty)
        {
            return "found the end of the line within the JSON; allowed is one whole JSON object";
        }

        var word = Word(json, at);
        if (word.TrimStart('-') is "NaN" or "nan" or "Infinity" or "inf" or "Inf")
        {
            return $"found {word}, which is not JSON; allowed are finite numbers, strings, true, false, null, arrays and objects";
        }

        return $"found {QuotedText.Of(word)} where JSON does not allow it; allowed is one JSON object and nothing behind it";
    }

    /// <summary>The object that starts here, or null where it is not whole.</summary>
    public static JsonElement? TryReadElement(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = ProblemLineParser.MaxDepth }));
        try
        {
            return JsonElement.TryParseValue(ref reader, out var element) ? element : null;
        }
        catch (JsonException)
        {
            // The scan that called meets the same fault and reports it with its column.
            return null;
        }
    }

    /// <summary>A field's name as it stands in a message; names from the file are not trusted.</summary>
    public static string FieldName(string field)
    {
        var isPlain = field.Length <= MaxFieldName && field.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or ' ');
        return isPlain ? field : QuotedText.Of(field);
    }

    private static string Word(ReadOnlySpan<byte> json, int at)
    {
        var start = at;
        while (start > 0 && IsWord(json[start - 1]))
        {
            start--;
        }

        var end = at;
        while (end < json.Length && IsWord(json[end]))
        {
            end++;
        }

        var text = Encoding.UTF8.GetString(end > start ? json[start..end] : json[at..Math.Min(at + 40, json.Length)]);
        return end > start ? text : text[..1];
    }

    private static bool IsWord(byte c) => char.IsAsciiLetterOrDigit((char)c) || c is (byte)'-' or (byte)'.' or (byte)'_';
}
