namespace SynthFarm.Corpus.Curation;

/// <summary>Reads a file of marks line by line.</summary>
internal static class MarkReader
{
    /// <summary>Longest line: the longest mark with every character escaped fits.</summary>
    public const int MaxLineBytes = 128 << 10;

    private const int MaxFaults = 100;

    /// <exception cref="CorpusException">Lines before the last are no marks; up to 100 are told.</exception>
    public static MarkLog Read(Stream stream, string name)
    {
        var marks = new List<CurationMark>();
        var faults = new List<string>();
        var isTorn = false;
        var number = 0L;
        foreach (var (line, isWhole) in Lines(stream))
        {
            number++;
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0)
            {
                continue;
            }

            var fault = $"longer than {MaxLineBytes} bytes";
            if (line.Length <= MaxLineBytes && MarkLine.Read(line, out fault) is { } mark)
            {
                marks.Add(mark);
            }
            else if (isWhole)
            {
                faults.Add($"{name}: line {number}: {fault}.");
            }
            else
            {
                isTorn = true;
            }

            if (faults.Count == MaxFaults)
            {
                break;
            }
        }

        return faults.Count == 0
            ? new MarkLog { Marks = marks, HasTornLine = isTorn }
            : throw new CorpusException(string.Join('\n', faults));
    }

    /// <summary>Lines without their line feeds; the last one may lack it. Of a line that is too long only the length is right.</summary>
    private static IEnumerable<(ReadOnlyMemory<byte> Line, bool IsWhole)> Lines(Stream stream)
    {
        var buffer = new byte[64 << 10];
        var line = new List<byte>();
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            var rest = buffer.AsMemory(0, read);
            while (rest.Span.IndexOf((byte)'\n') is >= 0 and var end)
            {
                Append(line, rest.Span[..end]);
                yield return (line.ToArray(), true);
                line.Clear();
                rest = rest[(end + 1)..];
            }

            Append(line, rest.Span);
        }

        if (line.Count > 0)
        {
            yield return (line.ToArray(), false);
        }
    }

    private static void Append(List<byte> line, ReadOnlySpan<byte> bytes)
    {
        // One byte too many is enough to know.
        var room = MaxLineBytes + 1 - line.Count;
        line.AddRange(bytes[..Math.Min(bytes.Length, room)]);
    }
}
