namespace SynthFarm.Parquet.Encodings.Decoding;

/// <summary>Reads DELTA_BINARY_PACKED (Encodings.md of the Parquet format) piece by piece.</summary>
/// <exception cref="CorruptDataException">The bytes end early or break the encoding.</exception>
internal sealed class DeltaDecoder
{
    private const int MaxMiniblock = 1 << 16;

    private ReadOnlyMemory<byte> bytes;
    private int position;
    private int miniblocks;
    private ulong[] deltas = [];
    private int deltasLeft;
    private byte[] widths = [];
    private int nextMiniblock;
    private ulong minDelta;
    private ulong last;
    private bool isFirst;

    /// <summary>Values that were not read yet.</summary>
    public long Left { get; private set; }

    /// <summary>Bytes read so far: at the end, where the data behind the numbers starts.</summary>
    public int Position => position;

    public void Start(ReadOnlyMemory<byte> source)
    {
        bytes = source;
        position = 0;
        var block = Varint();
        var count = Varint();
        Left = (long)Varint();
        last = ZigZag();
        if (count == 0 || block == 0 || block % count != 0 || block / count % 32 != 0 || block / count > MaxMiniblock || count > MaxMiniblock || Left < 0)
            throw new CorruptDataException($"delta blocks of {block} values in {count} parts");
        miniblocks = (int)count;
        deltas = new ulong[block / count];
        widths = new byte[miniblocks];
        nextMiniblock = miniblocks;
        deltasLeft = 0;
        isFirst = true;
    }

    public void Read(Span<long> target)
    {
        if (target.Length > Left) throw new CorruptDataException("more values than the delta data holds");
        foreach (ref var value in target)
        {
            if (isFirst)
            {
                isFirst = false;
            }
            else
            {
                if (deltasLeft == 0) NextMiniblock();
                last += minDelta + deltas[^deltasLeft];
                deltasLeft--;
            }
            value = (long)last;
        }
        Left -= target.Length;
    }

    private void NextMiniblock()
    {
        var span = bytes.Span;
        if (nextMiniblock == miniblocks)
        {
            minDelta = ZigZag();
            if (miniblocks > span.Length - position) throw new CorruptDataException("delta data ends early");
            span.Slice(position, miniblocks).CopyTo(widths);
            position += miniblocks;
            nextMiniblock = 0;
        }
        var width = widths[nextMiniblock++];
        if (width > 64) throw new CorruptDataException($"a bit width of {width}");
        BitUnpacker.Unpack(span, 8L * position, width, deltas);
        position += deltas.Length / 8 * width;
        deltasLeft = deltas.Length;
    }

    private ulong ZigZag()
    {
        var raw = Varint();
        return (raw >> 1) ^ (0 - (raw & 1));
    }

    private ulong Varint()
    {
        ulong value = 0;
        var span = bytes.Span;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (position >= span.Length) throw new CorruptDataException("delta data ends early");
            var part = span[position++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
        throw new CorruptDataException("a number of the delta data is longer than 64 bits");
    }
}
