using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using SynthFarm.Formats.Json;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Formats.Sources.Columns;

/// <summary>Turns the values of one row into those of a record.</summary>
/// <param name="position">The row.</param>
/// <param name="fault">Told the column and what is wrong with its value.</param>
internal sealed class ParquetValues(RecordPosition position, Action<string, string> fault)
{
    private bool _isSound = true;

    /// <summary>The row as an object; null when a value has no form in JSON.</summary>
    public RecordValue? Of(ParquetRow row)
    {
        var value = Object(row, "");
        return _isSound ? value : null;
    }

    private RecordValue Object(ParquetRow row, string path) => RecordValue.Object(
        [.. row.Names.Select((name, i) => KeyValuePair.Create(name, Of(row.Values[i], path.Length == 0 ? name : $"{path}.{name}")))], position);

    private RecordValue Of(object? value, string path) => value switch
    {
        null => RecordValue.Nothing(position),
        string text => RecordValue.Of(text, position),
        bool flag => RecordValue.Of(flag, position),
        int or long => RecordValue.Number(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), position),
        float number => Number(number, number.ToString("R", CultureInfo.InvariantCulture), path),
        double number => Number(number, number.ToString("R", CultureInfo.InvariantCulture), path),
        byte[] bytes => Text(bytes, path),
        ParquetRow row => Object(row, path),
        IEnumerable items => RecordValue.Array([.. items.Cast<object?>().Select((item, i) => Of(item, $"{path}[{i}]"))], position),
        _ => Fail(path, $"found a value of type {value.GetType().Name}; allowed are text, numbers, booleans, lists and structs"),
    };

    private RecordValue Number(double value, string text, string path) => double.IsFinite(value)
        ? RecordValue.Number(text, position)
        : Fail(path, $"found {text}; allowed are finite numbers");

    private RecordValue Text(byte[] bytes, string path) => Utf8.IsValid(bytes)
        ? RecordValue.Of(Encoding.UTF8.GetString(bytes), position)
        : Fail(path, "found bytes that are not UTF-8; allowed is text");

    private RecordValue Fail(string path, string message)
    {
        _isSound = false;
        fault(FieldName.Of(path), message);
        return RecordValue.Null;
    }
}
