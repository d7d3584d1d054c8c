using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace SynthFarm.Cli.Commands.Verify;

/// <summary>Reads one JSON line with <c>gold</c>, <c>answer</c> and optionally <c>problem</c>, <c>kind</c> and <c>meta</c>.</summary>
internal static class VerifyPairReader
{
    private static readonly string[] TextFields = ["gold", "answer", "problem", "kind"];

    /// <exception cref="VerifyLineException">The line is not such an object; the message names column and field.</exception>
    public static VerifyPair Read(ReadOnlySpan<byte> line)
    {
        if (!Utf8.IsValid(line))
        {
            throw new VerifyLineException(1, "the line is not UTF-8.");
        }

        try
        {
            return ReadObject(line);
        }
        catch (JsonException e)
        {
            var message = e.Message.AsSpan();
            var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            throw new VerifyLineException(Column(line, e.BytePositionInLine ?? 0), $"not JSON: {(end < 0 ? message : message[..end])}");
        }
    }

    private static VerifyPair ReadObject(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new VerifyLineException(Column(line, reader.TokenStartIndex), "a JSON object with \"gold\" and \"answer\" is expected.");
        }

        var fields = new List<(string Name, byte[] Value)>();
        var texts = new Dictionary<string, string>();
        JsonElement? meta = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var column = Column(line, reader.TokenStartIndex);
            var name = Text(ref reader, column, "a field's name");
            if (fields.Exists(field => field.Name == name))
            {
                throw new VerifyLineException(column, $"the field \"{name}\" stands twice.");
            }

            reader.Read();
            var start = (int)reader.TokenStartIndex;
            column = Column(line, start);
            if (TextFields.Contains(name) && reader.TokenType != JsonTokenType.Null)
            {
                texts[name] = reader.TokenType == JsonTokenType.String
                    ? Text(ref reader, column, $"\"{name}\"")
                    : throw new VerifyLineException(column, $"\"{name}\" is {Describe(reader.TokenType)}; a string is allowed.");
            }
            else if (name == "meta" && reader.TokenType != JsonTokenType.Null)
            {
                meta = reader.TokenType == JsonTokenType.StartObject
                    ? JsonElement.ParseValue(ref reader)
                    : throw new VerifyLineException(column, $"\"meta\" is {Describe(reader.TokenType)}; an object is allowed.");
            }
            else
            {
                reader.Skip();
            }

            fields.Add((name, line[start..(int)reader.BytesConsumed].ToArray()));
        }

        RequireEnd(ref reader);
        return new VerifyPair(Required(texts, "gold"), Required(texts, "answer"), texts.GetValueOrDefault("problem"), texts.GetValueOrDefault("kind"), meta)
        {
            Fields = fields,
        };
    }

    private static void RequireEnd(ref Utf8JsonReader reader)
    {
        // Anything behind the object makes the reader throw.
        _ = reader.Read();
    }

    private static string Required(Dictionary<string, string> texts, string name) =>
        texts.GetValueOrDefault(name) ?? throw new VerifyLineException(1, $"\"{name}\" is missing; it must be a string.");

    private static string Text(ref Utf8JsonReader reader, int column, string what)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new VerifyLineException(column, $"{what} holds half of a surrogate pair, which is no text.", e);
        }
    }

    private static int Column(ReadOnlySpan<byte> line, long bytes) => Encoding.UTF8.GetCharCount(line[..(int)Math.Min(bytes, line.Length)]) + 1;

    private static string Describe(JsonTokenType type) => type switch
    {
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.String => "a string",
        _ => "something else",
    };
}
