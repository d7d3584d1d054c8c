using System.Globalization;
using System.Text.Json;
using SynthFarm.Formats.Json;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Formats.Exporting.Sinks;

/// <summary>What type a Parquet column needs so that it can hold every value seen. Values that share none are written as JSON text.</summary>
internal sealed class ColumnShape
{
    private readonly List<KeyValuePair<string, ColumnShape>> _fields = [];
    private JsonValueKind? _kind;
    private bool _isWhole = true;

    // Scalars of several types are written as text; values with nothing in common, or without a Parquet type as an empty object, as JSON.
    private bool _isText;
    private bool _isMixed;
    private long _seen;
    private long _objects;
    private long _respelled;
    private ColumnShape? _element;

    public void Observe(RecordValue value)
    {
        _seen++;
        if (value.IsNull || _isMixed)
        {
            return;
        }

        var kind = value.Kind == JsonValueKind.False ? JsonValueKind.True : value.Kind;
        if ((_kind ?? kind) != kind)
        {
            // Words, numbers and truths share a column of text; with lists or objects among them it is one of JSON.
            (_isText, _isMixed) = (true, IsNested(kind) || IsNested(_kind!.Value));
        }

        _isMixed |= value is { Kind: JsonValueKind.Object, Fields.Count: 0 };
        _kind = kind;
        switch (kind)
        {
            case JsonValueKind.Number:
                ObserveNumber(value.Text);
                break;
            case JsonValueKind.Array:
                _element ??= new ColumnShape();
                foreach (var item in value.Items)
                {
                    _element.Observe(item);
                }

                break;
            case JsonValueKind.Object:
                _objects++;
                foreach (var (name, field) in value.Fields)
                {
                    Field(name).Observe(field);
                }

                break;
        }
    }

    public Column ToColumn(string name) => _isMixed || _isText || _kind is null or JsonValueKind.String ? Column.String(name, optional: true) : _kind switch
    {
        JsonValueKind.True => Column.Boolean(name, optional: true),
        JsonValueKind.Number => _isWhole ? Column.Int64(name, optional: true) : Column.Double(name, optional: true),
        JsonValueKind.Array => Column.List(name, _element!.ToColumn("element"), optional: true),
        _ => Column.OptionalStruct(name, [.. _fields.Select(field => field.Value.ToColumn(field.Key))]),
    };

    /// <summary>The value as the column takes it.</summary>
    public object? ToValue(RecordValue? value)
    {
        if (value is null or { IsNull: true })
        {
            return null;
        }

        if (_isMixed)
        {
            return RecordJson.ToText(value);
        }

        if (_isText)
        {
            return value.Text.Length > 0 || value.IsText ? value.Text : RecordJson.ToText(value);
        }

        return value.Kind switch
        {
            JsonValueKind.String => value.Text,
            JsonValueKind.True or JsonValueKind.False => value.Kind == JsonValueKind.True,
            JsonValueKind.Number => _isWhole ? long.Parse(value.Text, CultureInfo.InvariantCulture) : double.Parse(value.Text, CultureInfo.InvariantCulture),
            JsonValueKind.Array => value.Items.Select(item => _element!.ToValue(item)).ToList(),
            _ => ToRow(value),
        };
    }

    /// <summary>The object as a row of its fields.</summary>
    public ParquetRow ToRow(RecordValue record)
    {
        var row = new ParquetRow();
        foreach (var (name, shape) in _fields)
        {
            row[name] = shape.ToValue(record[name]);
        }

        return row;
    }

    /// <summary>The columns of an object's fields.</summary>
    public IReadOnlyList<Column> ToColumns() => [.. _fields.Select(field => field.Value.ToColumn(field.Key))];

    /// <summary>The fields below that are not held as they are, and why.</summary>
    public IEnumerable<Loss> Losses(string path = "")
    {
        foreach (var (name, shape) in _fields)
        {
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            if (shape._isMixed)
            {
                yield return new Loss(inner, shape._seen, "its values have no common Parquet type and are written as JSON text");
            }

            if (shape._isText && !shape._isMixed)
            {
                yield return new Loss(inner, shape._seen, "its values are of several types and are written as text");
            }

            if (shape._respelled > 0 && !shape._isMixed && !shape._isText)
            {
                yield return new Loss(inner, shape._respelled, "numbers that are not whole are 64-bit floats in Parquet and are spelt in another way");
            }

            if (shape._seen < _objects)
            {
                yield return new Loss(inner, _objects - shape._seen, "Parquet has a value in every row: fields that are not there come back as null");
            }

            foreach (var loss in (shape._element ?? shape).Losses(inner))
            {
                yield return loss;
            }
        }
    }

    private static bool IsNested(JsonValueKind kind) => kind is JsonValueKind.Object or JsonValueKind.Array;

    private ColumnShape Field(string name)
    {
        foreach (var (known, shape) in _fields)
        {
            if (known == name)
            {
                return shape;
            }
        }

        _fields.Add(KeyValuePair.Create(name, new ColumnShape()));
        return _fields[^1].Value;
    }

    private void ObserveNumber(string text)
    {
        var isWhole = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        var number = double.Parse(text, CultureInfo.InvariantCulture);
        _isWhole &= isWhole;
        _respelled += !isWhole && number.ToString("R", CultureInfo.InvariantCulture) != text ? 1 : 0;
        _isMixed |= !isWhole && !double.IsFinite(number);
    }
}
