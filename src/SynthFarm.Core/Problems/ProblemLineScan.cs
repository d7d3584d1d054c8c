using System.Text;
using System.Text.Json;
using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Problems;

/// <summary>One pass over a line's JSON: its form, its keys, and where its fields stand.</summary>
internal sealed class ProblemLineScan(int line, int offset)
{
    private readonly List<ProblemLineFault> _faults = [];
    private readonly Dictionary<string, ProblemLineValue> _values = new(StringComparer.Ordinal);
    private readonly Stack<HashSet<string>?> _keys = new();
    private string _field = "";
    private string _path = "";

    public IReadOnlyList<ProblemLineFault> Faults => _faults;

    /// <summary>Whether the line is one whole JSON object.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The values of the fields of <see cref="ProblemFieldReader"/> and of <c>meta</c>'s own members (<c>meta.numbers</c>).</summary>
    public IReadOnlyDictionary<string, ProblemLineValue> Values => _values;

    /// <summary>Adds a fault at a field's value, or where its parent stands, or at the line's start.</summary>
    public void AddFault(string field, string message)
    {
        var parent = field.Contains('.', StringComparison.Ordinal) ? field[..field.LastIndexOf('.')] : field;
        var column = _values.TryGetValue(field, out var value) || _values.TryGetValue(parent, out value) ? value.Column : 1;
        AddFault(column, field, message);
    }

    public void Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ProblemLineParser.MaxDepth + 2 });
        try
        {
            while (reader.Read())
            {
                if (!Visit(ref reader, json))
                {
                    return;
                }
            }

            IsComplete = true;
        }
        catch (JsonException exception)
        {
            AddFault((int)(exception.BytePositionInLine ?? 0) + offset + 1, _path, ProblemLineSyntax.Describe(exception, json));
        }
    }

    private bool Visit(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var column = (int)reader.TokenStartIndex + offset + 1;
        if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
        {
            AddFault(column, "", $"found {ProblemLineValue.Describe(reader.TokenType, reader.ValueSpan)}; allowed is one JSON object");
            return false;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                if (reader.CurrentDepth >= ProblemLineParser.MaxDepth)
                {
                    AddFault(column, _path, $"found more than {ProblemLineParser.MaxDepth} levels of objects and arrays; "
                        + $"allowed are {ProblemLineParser.MaxDepth}");
                    return false;
                }

                Keep(ref reader, json, column);
                _keys.Push(reader.TokenType == JsonTokenType.StartObject ? new HashSet<string>(StringComparer.Ordinal) : null);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _keys.Pop();
                break;
            case JsonTokenType.PropertyName:
                Enter(ref reader, column);
                break;
            default:
                Keep(ref reader, json, column);
                break;
        }

        return true;
    }

    private void Enter(ref Utf8JsonReader reader, int column)
    {
        var name = Text(ref reader, column);
        if (reader.CurrentDepth == 1)
        {
            _field = name;
            _path = name;
        }
        else if (reader.CurrentDepth == 2)
        {
            _path = $"{_field}.{name}";
        }

        if (!_keys.Peek()!.Add(name))
        {
            AddFault(column, _path, $"found the key {QuotedText.Of(name)} again; allowed is each key once");
        }
    }

    private void Keep(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, int column)
    {
        var isField = reader.CurrentDepth == 1 && ProblemFieldReader.Names.Contains(_field);
        var isMeta = reader.CurrentDepth >= 2 && _field == "meta";
        var text = isField || isMeta ? Text(ref reader, column) : "";
        if (isField || (isMeta && reader.CurrentDepth == 2))
        {
            JsonElement? element = null;
            if (isField && reader.TokenType == JsonTokenType.StartObject && _field == "meta")
            {
                element = ProblemLineSyntax.TryReadElement(json[(int)reader.TokenStartIndex..]);
            }

            _values.TryAdd(_path, new ProblemLineValue(column, reader.TokenType, text, element));
        }
    }

    /// <summary>The unescaped text of a string, or the text of a number as written; half of a surrogate pair is a fault.</summary>
    private string Text(ref Utf8JsonReader reader, int column)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            return reader.TokenType == JsonTokenType.Number ? Encoding.ASCII.GetString(reader.ValueSpan) : "";
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            AddFault(column, _path, "found half of a surrogate pair; allowed is well-formed Unicode");
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private void AddFault(int column, string field, string message)
    {
        if (_faults.Count < ProblemLineParser.MaxFaults)
        {
            _faults.Add(new ProblemLineFault(line, column, ProblemLineSyntax.FieldName(field), message));
        }
    }
}
