using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Sources.JsonText;

/// <summary>
/// Records of a text of JSON: one a line, or the items of one array over many lines (as <c>.json</c> files have it). Which of the two
/// shows in the first byte that is not white space. A byte order mark, blank lines and carriage returns are accepted.
/// </summary>
internal sealed class JsonTextSource(string name, Func<Stream> open, InputLimits limits) : IRecordSource
{
    private readonly SourceFile _file = new(name);
    private ByteReader? _bytes;

    public bool IsTable => false;

    public IEnumerable<SourceRecord> Read(FaultLog faults)
    {
        _bytes = new ByteReader(open());
        var pieces = SourceGuard.Read(Pieces(_bytes), _file, faults);
        var (isEmpty, before) = (true, faults.Count);
        foreach (var piece in pieces)
        {
            isEmpty = false;
            if (piece.Fault is { } fault)
            {
                faults.Add(ImportFault.At(_file, piece.Position, "", fault));
                yield return new SourceRecord(_file, piece.Position, null, default);
            }
            else
            {
                var parser = new RecordParser(piece.Position, (at, field, message) => faults.Add(ImportFault.At(_file, at, field, message)));
                yield return new SourceRecord(_file, piece.Position, parser.Parse(piece.Bytes.Span), piece.Bytes);
            }
        }

        if (isEmpty && faults.Count == before)
        {
            faults.Add(ImportFault.At(_file, default, "", "found an empty file; allowed are JSON lines or an array of objects"));
        }
    }

    public void Dispose() => _bytes?.Dispose();

    private IEnumerable<JsonPiece> Pieces(ByteReader bytes)
    {
        while (bytes.Window.Length < 3 && bytes.Grow())
        {
        }

        var mark = bytes.Window.StartsWith("\uFEFF"u8) ? 3 : 0;
        bytes.Take(mark);
        var pieces = FirstByte(bytes) == '[' ? new ArrayPieces(bytes, limits.MaxRecordBytes).Read(mark) : new LinePieces(bytes, limits.MaxRecordBytes).Read(mark);
        foreach (var piece in pieces)
        {
            yield return piece;
        }
    }

    /// <summary>The first byte that is not white space, within the first 64 KiB.</summary>
    private static int FirstByte(ByteReader bytes)
    {
        var at = 0;
        while (true)
        {
            if (bytes.Window[at..].IndexOfAnyExcept(" \t\r\n"u8) is >= 0 and var found)
            {
                return bytes.Window[at + found];
            }

            at = bytes.Window.Length;
            if (at >= 64 << 10 || !bytes.Grow())
            {
                return -1;
            }
        }
    }
}
