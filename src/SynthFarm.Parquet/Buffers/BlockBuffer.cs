namespace SynthFarm.Parquet.Buffers;

/// <summary>Bytes in blocks that are borrowed as it grows and returned when it is cleared, so that buffers which are full at different times share them.</summary>
internal sealed class BlockBuffer(Pool<byte[]> pool)
{
    /// <summary>Bytes of each block in the pool.</summary>
    public const int BlockSize = 16 << 10;

    private readonly List<byte[]> blocks = [];

    public long Length { get; private set; }

    public void Write(ReadOnlySpan<byte> source)
    {
        Length += source.Length;
        while (!source.IsEmpty)
        {
            var at = (int)((Length - source.Length) / BlockSize);
            if (at == blocks.Count) blocks.Add(pool.Borrow());
            var target = blocks[at].AsSpan((int)((Length - source.Length) % BlockSize));
            var size = Math.Min(target.Length, source.Length);
            source[..size].CopyTo(target);
            source = source[size..];
        }
    }

    public void CopyTo(Stream stream)
    {
        var left = Length;
        for (var i = 0; left > 0; i++)
        {
            var size = (int)Math.Min(BlockSize, left);
            stream.Write(blocks[i].AsSpan(0, size));
            left -= size;
        }
    }

    public void Clear()
    {
        Length = 0;
        blocks.ForEach(pool.Return);
        blocks.Clear();
    }
}
