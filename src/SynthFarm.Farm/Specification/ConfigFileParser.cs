using System.Text;
using System.Text.Json;

namespace SynthFarm.Farm.Specification;

/// <summary>Reads a JSON file with comments into nodes that know their line and column.</summary>
internal static class ConfigFileParser
{
    /// <exception cref="SpecException">The file is no JSON object, or names a key twice.</exception>
    public static ConfigObject Parse(ReadOnlySpan<byte> bytes, string fileName)
    {
        var bom = Encoding.UTF8.Preamble;
        var content = bytes.StartsWith(bom) ? bytes[bom.Length..] : bytes;
        var reader = new Utf8JsonReader(content, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var faults = new List<SpecFault>();
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new SpecException([new SpecFault($"{fileName}:1:1", "a specification is a JSON object in braces.")]);
            }

            var root = ReadObject(ref reader, content, fileName, faults);
            while (reader.Read())
            {
                // What follows the object can only be comments; anything else makes the reader throw.
            }

            return faults.Count == 0 ? root : throw new SpecException(faults);
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0);
            var where = $"{fileName}:{line + 1}:{ColumnOf(content, line, (int)(e.BytePositionInLine ?? 0))}";
            throw new SpecException([.. faults, new SpecFault(where, $"not JSON: {FirstSentence(e.Message)}")]);
        }
    }

    private static ConfigObject ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> content, string fileName, List<SpecFault> faults)
    {
        var section = new ConfigObject(OriginOf(content, reader.TokenStartIndex, fileName));
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var origin = OriginOf(content, reader.TokenStartIndex, fileName);
            var key = reader.GetString()!;
            reader.Read();
            ConfigNode node = reader.TokenType == JsonTokenType.StartObject
                ? ReadObject(ref reader, content, fileName, faults) with { Origin = origin }
                : new ConfigValue(origin, JsonElement.ParseValue(ref reader));
            if (!section.Members.TryAdd(key, node))
            {
                faults.Add(new SpecFault(origin.ToString(), $"key \"{key}\" stands twice; first at {section.Members[key].Origin}."));
            }
        }

        return section;
    }

    private static ConfigOrigin OriginOf(ReadOnlySpan<byte> content, long offset, string fileName)
    {
        var before = content[..(int)offset];
        var line = before.Count((byte)'\n');
        return new ConfigOrigin(fileName, 0, line + 1, ColumnOf(content, line, before.Length - (before.LastIndexOf((byte)'\n') + 1)));
    }

    private static int ColumnOf(ReadOnlySpan<byte> content, int line, int byteInLine)
    {
        for (var skipped = 0; skipped < line; skipped++)
        {
            content = content[(content.IndexOf((byte)'\n') + 1)..];
        }

        return Encoding.UTF8.GetCharCount(content[..Math.Min(byteInLine, content.Length)]) + 1;
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
