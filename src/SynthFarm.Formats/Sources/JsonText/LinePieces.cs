using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Sources.JsonText;

/// <summary>Splits a text at its line feeds; blank lines are left out. Of lines that are too long only the length is kept.</summary>
internal sealed class LinePieces(ByteReader bytes, int maxBytes)
{
    /// <param name="mark">Bytes of a byte order mark before the first line, which columns count.</param>
    public IEnumerable<JsonPiece> Read(int mark)
    {
        for (var number = 1L; TryRead(out var line, out var length); number++)
        {
            var position = new RecordPosition(number, number == 1 ? mark + 1 : 1);
            if (length > maxBytes)
            {
                yield return JsonPiece.TooLong(position, length, maxBytes);
            }
            else if (line.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                yield return new JsonPiece(position, line);
            }
        }
    }

    private bool TryRead(out ReadOnlyMemory<byte> line, out long length)
    {
        var (dropped, searched) = (0L, 0);
        while (true)
        {
            if (bytes.Window[searched..].IndexOf((byte)'\n') is >= 0 and var at)
            {
                line = bytes.Take(searched + at + 1)[..^1];
                line = line.Length > 0 && line.Span[^1] == '\r' ? line[..^1] : line;
                length = dropped + line.Length;
                return true;
            }

            searched = bytes.Window.Length;
            if (searched > maxBytes + 2L)
            {
                dropped += searched;
                bytes.Take(searched);
                searched = 0;
            }

            if (!bytes.Grow())
            {
                line = bytes.Take(bytes.Window.Length);
                length = dropped + line.Length;
                return length > 0;
            }
        }
    }
}
