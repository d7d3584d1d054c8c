namespace SynthFarm.Parquet.Reading.Sources;

/// <summary>Reads a range of a source from front to back through a buffer that grows to the largest piece asked for.</summary>
/// <remarks>Pieces that do not fit into what is left of the range are refused before memory is taken for them.</remarks>
internal sealed class RangeReader(IParquetSource source, long offset, long length)
{
    private const int ReadAhead = 256 << 10;

    private byte[] buffer = [];
    private int start;
    private int end;
    private long fetched;

    /// <summary>Bytes of the range that were not taken yet.</summary>
    public long Left => length - fetched + (end - start);

    /// <summary>Where the next piece lies in the file.</summary>
    public long Position => offset + length - Left;

    /// <summary>The next bytes, at least <paramref name="size"/> or else all that are left, without taking them.</summary>
    public ReadOnlySpan<byte> Peek(int size)
    {
        Fetch((int)Math.Min(size, Left));
        return buffer.AsSpan(start, end - start);
    }

    /// <summary>The next <paramref name="size"/> bytes; they stay valid until the next call.</summary>
    /// <exception cref="CorruptDataException">Fewer are left.</exception>
    public ArraySegment<byte> Take(int size)
    {
        if (size > Left) throw new CorruptDataException($"{size} bytes are needed where the column has {Left} left");
        Fetch(size);
        start += size;
        return new ArraySegment<byte>(buffer, start - size, size);
    }

    private void Fetch(int size)
    {
        if (end - start >= size) return;
        var kept = end - start;
        var wanted = (int)Math.Min(Math.Max(size, ReadAhead), Left);
        if (wanted > buffer.Length)
        {
            var larger = GC.AllocateUninitializedArray<byte>(wanted);
            buffer.AsSpan(start, kept).CopyTo(larger);
            buffer = larger;
        }
        else
        {
            buffer.AsSpan(start, kept).CopyTo(buffer);
        }
        start = 0;
        end = kept;
        while (end < size)
        {
            var room = (int)Math.Min(buffer.Length - end, length - fetched);
            var got = source.Read(offset + fetched, buffer.AsSpan(end, room));
            if (got <= 0) throw new CorruptDataException($"the file ends at offset {offset + fetched}, before the end of the column");
            end += got;
            fetched += got;
        }
    }
}
