using SynthFarm.Formats.Json;
using SynthFarm.Formats.Sources.JsonText;

namespace SynthFarm.Formats.Sources.Csv;

/// <summary>Splits a text into rows and fields after RFC 4180, byte by byte; blank rows are left out.</summary>
internal sealed class CsvRows(ByteReader bytes, byte delimiter, int maxBytes)
{
    private readonly List<byte> _field = [];
    private long _line = 1;
    private int _column = 1;
    private RecordPosition _fault;
    private string? _message;

    public IEnumerable<CsvRow> Read()
    {
        while (bytes.Window.Length < 3 && bytes.Grow())
        {
        }

        if (bytes.Window.StartsWith("\uFEFF"u8))
        {
            bytes.Take(3);
            _column = 4;
        }

        while (Peek() >= 0)
        {
            var row = ReadRow();
            if (row.Fault is not null || row.Fields.Count > 1 || row.Fields[0].Bytes.Length > 0)
            {
                yield return row;
            }
        }
    }

    private RecordPosition Here => new(_line, _column);

    private CsvRow ReadRow()
    {
        var start = Here;
        var fields = new List<CsvField>();
        var length = 0;
        _message = null;
        while (true)
        {
            var at = Here;
            var end = Peek() == '"' ? ReadQuoted(ref length) : ReadPlain(ref length);
            fields.Add(new CsvField(at, _field.ToArray()));
            _field.Clear();
            if (end != delimiter)
            {
                break;
            }
        }

        return length > maxBytes
            ? new CsvRow(start, [], start, $"found a row of {length} bytes; allowed are {maxBytes} (--max-record-bytes)")
            : new CsvRow(start, fields, _fault, _message);
    }

    /// <returns>What ends the field: the delimiter, a line feed, or -1.</returns>
    private int ReadPlain(ref int length)
    {
        while (true)
        {
            var at = Here;
            var c = Next();
            if (c < 0 || c == delimiter || c == '\n')
            {
                return c;
            }

            if (c == '\r' && Peek() == '\n')
            {
                return Next();
            }

            if (c == '"')
            {
                Fail(at, "found a quote within a field that does not begin with one; allowed is to put the field in quotes and to double those within");
            }

            Keep((byte)c, ref length);
        }
    }

    private int ReadQuoted(ref int length)
    {
        var start = Here;
        Next();
        while (true)
        {
            var c = Next();
            if (c < 0)
            {
                Fail(start, "found a quote that is never closed; allowed is a quote at the end of the field");
                return c;
            }

            if (c == '"' && Peek() == '"')
            {
                Next();
            }
            else if (c == '"')
            {
                return AfterQuote();
            }

            Keep((byte)c, ref length);
        }
    }

    private int AfterQuote()
    {
        var at = Here;
        var c = Next();
        if (c == '\r' && Peek() == '\n')
        {
            c = Next();
        }

        if (c < 0 || c == delimiter || c == '\n')
        {
            return c;
        }

        Fail(at, "found text behind a closing quote; allowed are the delimiter and the end of the line");
        var rest = 0;
        _field.Clear();
        return ReadPlain(ref rest);
    }

    private void Keep(byte c, ref int length)
    {
        if (++length <= maxBytes)
        {
            _field.Add(c);
        }
    }

    private void Fail(RecordPosition at, string message)
    {
        if (_message is null)
        {
            (_fault, _message) = (at, message);
        }
    }

    private int Peek() => bytes.Window.IsEmpty && !bytes.Grow() ? -1 : bytes.Window[0];

    private int Next()
    {
        var c = Peek();
        if (c < 0)
        {
            return c;
        }

        bytes.Take(1);
        _column++;
        if (c == '\n')
        {
            (_line, _column) = (_line + 1, 1);
        }

        return c;
    }
}
