using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Sources.JsonText;

/// <summary>
/// Splits the array a text consists of into its items without reading them: only brackets, commas and strings are looked at, so that a
/// broken item is one fault and the next is read.
/// </summary>
internal sealed class ArrayPieces(ByteReader bytes, int maxBytes)
{
    private long _line = 1;
    private long _column = 1;
    private int _depth;
    private bool _inString;
    private bool _isEscaped;

    /// <param name="mark">Bytes of a byte order mark before the array, which columns count.</param>
    public IEnumerable<JsonPiece> Read(int mark)
    {
        _column += mark;
        SkipSpace();
        Step(bytes.Window[0]);
        bytes.Take(1);
        var isClosed = false;
        while (!isClosed)
        {
            SkipSpace();
            if (bytes.Window.IsEmpty)
            {
                yield return new JsonPiece(Here, default, "found the end of the file within the array; allowed is ']' after its last item");
                yield break;
            }

            if (bytes.Window[0] == ']' && _depth == 1)
            {
                Step(bytes.Window[0]);
                bytes.Take(1);
                break;
            }

            var start = Here;
            var (length, dropped, end) = FindEnd();
            if (end < 0)
            {
                yield return new JsonPiece(start, default, "found the end of the file within an item that begins here; allowed is a whole item and ']' behind the last");
                yield break;
            }

            isClosed = end == ']';
            var item = bytes.Take(length);
            bytes.Take(1);
            yield return dropped + length > maxBytes ? JsonPiece.TooLong(start, dropped + length, maxBytes) : new JsonPiece(start, item);
        }

        SkipSpace();
        if (!bytes.Window.IsEmpty)
        {
            yield return new JsonPiece(Here, default, "found more behind the array; allowed is one array");
        }
    }

    private RecordPosition Here => new(_line, (int)Math.Min(_column, int.MaxValue));

    /// <summary>Looks for the comma or bracket behind the item that begins at the window's start.</summary>
    /// <returns>The item's bytes in the window, those taken off it because they are too many, and what ends it; -1 at the end of the file.</returns>
    private (int Length, long Dropped, int End) FindEnd()
    {
        var dropped = 0L;
        for (var at = 0; ; at++)
        {
            if (at == bytes.Window.Length)
            {
                if (at > maxBytes)
                {
                    dropped += at;
                    bytes.Take(at);
                    at = 0;
                }

                if (!bytes.Grow())
                {
                    return (at, dropped, -1);
                }
            }

            var c = bytes.Window[at];
            if (!_inString && _depth == 1 && (c == ',' || c == ']'))
            {
                Step(c);
                return (at, dropped, c);
            }

            Step(c);
        }
    }

    /// <summary>Takes white space off the window's front.</summary>
    private void SkipSpace()
    {
        do
        {
            while (!bytes.Window.IsEmpty && " \t\r\n"u8.Contains(bytes.Window[0]))
            {
                Step(bytes.Window[0]);
                bytes.Take(1);
            }
        }
        while (bytes.Window.IsEmpty && bytes.Grow());
    }

    private void Step(byte c)
    {
        _column++;
        if (c == '\n')
        {
            (_line, _column) = (_line + 1, 1);
        }

        if (_inString)
        {
            _inString = _isEscaped || c != '"';
            _isEscaped = !_isEscaped && c == '\\';
            return;
        }

        _inString = c == '"';
        _depth += c is (byte)'[' or (byte)'{' ? 1 : c is (byte)']' or (byte)'}' ? -1 : 0;
    }
}
