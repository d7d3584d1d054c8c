using System.Buffers;

namespace SynthFarm.Cli.Commands.Verify;

/// <summary>Splits a stream into lines in bounded memory.</summary>
internal static class JsonLines
{
    /// <summary>Longer lines are passed over and reported without their bytes.</summary>
    public const int MaxLineBytes = 1 << 20;

    /// <summary>The lines that are not blank, a byte order mark and carriage returns before line breaks left out.</summary>
    /// <remarks>A line's memory is only valid until the next one is asked for.</remarks>
    public static IEnumerable<JsonLine> Read(Stream stream)
    {
        var buffer = new byte[MaxLineBytes + 2];
        var (start, end, number, isTooLong) = (0, 0, 0L, false);
        while (true)
        {
            var length = Array.IndexOf(buffer, (byte)'\n', start, end - start) - start;
            if (length >= 0)
            {
                number++;
                if (ToLine(buffer, start, length, number, isTooLong) is { } line)
                {
                    yield return line;
                }

                (start, isTooLong) = (start + length + 1, false);
                continue;
            }

            buffer.AsSpan(start..end).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length)
            {
                (isTooLong, end) = (true, 0);
            }

            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                break;
            }

            end += read;
        }

        if ((end > 0 || isTooLong) && ToLine(buffer, 0, end, number + 1, isTooLong) is { } last)
        {
            yield return last;
        }
    }

    private static JsonLine? ToLine(byte[] buffer, int start, int length, long number, bool isTooLong)
    {
        var line = buffer.AsMemory(start, length);
        if (number == 1 && line.Span.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }

        if (line.Span.EndsWith("\r"u8))
        {
            line = line[..^1];
        }

        return isTooLong || line.Length > MaxLineBytes ? new JsonLine(number, null)
            : line.Span.ContainsAnyExcept(Blank) ? new JsonLine(number, line)
            : null;
    }

    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r"u8);
}
