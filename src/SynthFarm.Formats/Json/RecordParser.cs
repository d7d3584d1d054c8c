using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;

namespace SynthFarm.Formats.Json;

/// <summary>Reads one JSON value, with the place of everything in it. Throws for no bytes whatever.</summary>
/// <param name="start">Where the value's first byte stands.</param>
/// <param name="fault">Told what is wrong: where, in which field, and what.</param>
internal sealed class RecordParser(RecordPosition start, Action<RecordPosition, string, string> fault)
{
    /// <summary>How deep objects and arrays may be nested: what a problem's line allows (64), less what an import puts around a value.</summary>
    public const int MaxDepth = 48;

    private long _line = start.Line;
    private int _lineOffset = 1 - start.Column;
    private int _counted;
    private bool _isSound = true;

    /// <summary>The value; null when anything is wrong with it, which has been told.</summary>
    public RecordValue? Parse(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            var at = FirstInvalidByte(json);
            fault(At(json, at), "", $"found the byte 0x{json[at]:X2}; allowed is UTF-8");
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth + 2 });
            reader.Read();
            var value = Read(ref reader, json, "");
            return value is not null && !reader.Read() && _isSound ? value : null;
        }
        catch (JsonException e)
        {
            // The reader tells the byte within the line of the text it was given.
            var line = LineStart(json, e.LineNumber ?? 0);
            var at = line + (int)(e.BytePositionInLine ?? 0);
            fault(At(json, Math.Min(at, json.Length)), "", ProblemLineSyntax.Describe(e, json[line..]));
            return null;
        }
    }

    private RecordValue? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string path)
    {
        var position = At(json, (int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= MaxDepth:
                fault(position, FieldName.Of(path), $"found more than {MaxDepth} levels of objects and arrays; allowed are {MaxDepth}");
                _isSound = false;
                return null;
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, json, path, position);
            case JsonTokenType.StartArray:
                return ReadArray(ref reader, json, path, position);
            case JsonTokenType.String:
                return RecordValue.Of(Text(ref reader, position, path), position);
            case JsonTokenType.Number:
                return RecordValue.Number(Encoding.ASCII.GetString(reader.ValueSpan), position);
            case JsonTokenType.True or JsonTokenType.False:
                return RecordValue.Of(reader.TokenType == JsonTokenType.True, position);
            default:
                return RecordValue.Nothing(position);
        }
    }

    private RecordValue? ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string path, RecordPosition position)
    {
        var fields = new List<KeyValuePair<string, RecordValue>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var at = At(json, (int)reader.TokenStartIndex);
            var name = Text(ref reader, at, path);
            var field = path.Length == 0 ? name : $"{path}.{name}";
            if (!names.Add(name))
            {
                fault(at, FieldName.Of(field), $"found the key {QuotedText.Of(name)} again; allowed is each key once");
                _isSound = false;
            }

            reader.Read();
            if (Read(ref reader, json, field) is not { } value)
            {
                return null;
            }

            fields.Add(KeyValuePair.Create(name, value));
        }

        return RecordValue.Object(fields, position);
    }

    private RecordValue? ReadArray(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string path, RecordPosition position)
    {
        var items = new List<RecordValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Read(ref reader, json, $"{path}[{items.Count}]") is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return RecordValue.Array(items, position);
    }

    /// <summary>The unescaped text; half of a surrogate pair is a fault.</summary>
    private string Text(ref Utf8JsonReader reader, RecordPosition position, string path)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            fault(position, FieldName.Of(path), "found half of a surrogate pair; allowed is well-formed Unicode");
            _isSound = false;
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    /// <summary>Places are asked for in order, so that line breaks are counted once.</summary>
    private RecordPosition At(ReadOnlySpan<byte> json, int offset)
    {
        if (offset > _counted)
        {
            var passed = json[_counted..offset];
            if (passed.LastIndexOf((byte)'\n') is >= 0 and var last)
            {
                _line += passed.Count((byte)'\n');
                _lineOffset = _counted + last + 1;
            }

            _counted = offset;
        }

        return new RecordPosition(_line, offset - _lineOffset + 1);
    }

    private static int LineStart(ReadOnlySpan<byte> json, long line)
    {
        var at = 0;
        for (; line > 0 && json[at..].IndexOf((byte)'\n') is >= 0 and var next; line--)
        {
            at += next + 1;
        }

        return at;
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
