using System.Text;
using System.Text.Unicode;
using SynthFarm.Core.Answers;
using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Sources.JsonText;

namespace SynthFarm.Formats.Sources.Csv;

/// <summary>
/// Records of a CSV file (RFC 4180): the first row names the columns, every value is a text. Quoted fields may hold commas, doubled quotes
/// and line breaks; a byte order mark and bare line feeds are accepted. A row of another length than the header is a fault.
/// </summary>
internal sealed class CsvSource(string name, Func<Stream> open, char delimiter, InputLimits limits) : IRecordSource
{
    private readonly SourceFile _file = new(name);
    private ByteReader? _bytes;

    public bool IsTable => true;

    public IEnumerable<SourceRecord> Read(FaultLog faults)
    {
        _bytes = new ByteReader(open());
        var before = faults.Count;
        string[]? header = null;
        foreach (var row in SourceGuard.Read(new CsvRows(_bytes, (byte)delimiter, limits.MaxRecordBytes).Read(), _file, faults))
        {
            if (row.Fault is { } fault)
            {
                faults.Add(ImportFault.At(_file, row.FaultAt, "", fault));
                yield return new SourceRecord(_file, row.Position, null, default);
            }
            else if (header is null)
            {
                header = Header(row, faults);
                if (header is null)
                {
                    yield break;
                }
            }
            else if (Record(row, header, faults) is { } value)
            {
                yield return new SourceRecord(_file, row.Position, value, RecordJson.ToBytes(value));
            }
            else
            {
                yield return new SourceRecord(_file, row.Position, null, default);
            }
        }

        if (header is null && faults.Count == before)
        {
            faults.Add(ImportFault.At(_file, default, "", "found an empty file; allowed is a header and rows below it"));
        }
    }

    public void Dispose() => _bytes?.Dispose();

    private string[]? Header(CsvRow row, FaultLog faults)
    {
        var names = new List<string>();
        var before = faults.Count;
        foreach (var field in row.Fields)
        {
            var text = Text(field, "", faults) ?? "";
            if (text.Length == 0 || names.Contains(text))
            {
                var found = text.Length == 0 ? "a column without a name" : $"the column {QuotedText.Of(text)} again";
                faults.Add(ImportFault.At(_file, field.Position, "", $"found {found} in the header; allowed is each name once"));
            }

            names.Add(text);
        }

        return faults.Count == before ? [.. names] : null;
    }

    private RecordValue? Record(CsvRow row, string[] header, FaultLog faults)
    {
        if (row.Fields.Count != header.Length)
        {
            faults.Add(ImportFault.At(_file, row.Position, "", $"found {row.Fields.Count} fields; allowed are {header.Length}, as the header has"));
            return null;
        }

        var before = faults.Count;
        var fields = header.Select((column, i) => KeyValuePair.Create(column, RecordValue.Of(Text(row.Fields[i], column, faults), row.Fields[i].Position))).ToList();
        return faults.Count == before ? RecordValue.Object(fields, row.Position) : null;
    }

    private string? Text(CsvField field, string column, FaultLog faults)
    {
        if (Utf8.IsValid(field.Bytes.Span))
        {
            return Encoding.UTF8.GetString(field.Bytes.Span);
        }

        faults.Add(ImportFault.At(_file, field.Position, FieldName.Of(column), "found bytes that are not UTF-8; allowed is UTF-8"));
        return null;
    }
}
