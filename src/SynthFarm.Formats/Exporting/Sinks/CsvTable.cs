using System.Buffers;
using System.Text;
using System.Text.Json;
using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Exporting.Sinks;

/// <summary>CSV after RFC 4180, with a header. Objects and arrays are written as JSON.</summary>
internal sealed class CsvTable(LossLog losses) : ITable
{
    private static readonly SearchValues<char> _special = SearchValues.Create(",\"\r\n");

    private readonly List<string> _columns = [];
    private readonly Dictionary<string, long> _seen = new(StringComparer.Ordinal);
    private long _records;

    public void Observe(RecordValue record)
    {
        _records++;
        foreach (var (name, value) in record.Fields)
        {
            if (_seen.TryAdd(name, 0))
            {
                _columns.Add(name);
            }

            _seen[name]++;

            if (value.Kind is JsonValueKind.Object or JsonValueKind.Array)
            {
                losses.Add(name, "CSV holds text: objects and arrays are written as JSON");
            }
            else if (!value.IsText)
            {
                losses.Add(name, "CSV holds text: numbers, booleans and nulls come back as text");
            }
        }
    }

    public void Write(Stream output, IEnumerable<RecordValue> records)
    {
        foreach (var (name, seen) in _seen)
        {
            losses.Add(name, "CSV has a cell in every row: fields that are not there come back as empty text", _records - seen);
        }

        using var writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(Row(_columns));
        foreach (var record in records)
        {
            writer.WriteLine(Row([.. _columns.Select(column => record[column] is { } value ? Cell(value) : "")]));
        }
    }

    private static string Cell(RecordValue value) => value.Kind switch
    {
        JsonValueKind.String or JsonValueKind.Number => value.Text,
        JsonValueKind.Null => "",
        _ => RecordJson.ToText(value),
    };

    private static string Row(IReadOnlyList<string> cells) =>
        cells.Count == 1 && cells[0].Length == 0 ? "\"\"" : string.Join(',', cells.Select(Quoted));

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(_special) || (cell.Length > 0 && (cell[0] is ' ' or '\uFEFF' || cell[^1] == ' '))
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}
