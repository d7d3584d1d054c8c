namespace SynthFarm.Parquet.Encodings.Decoding;

/// <summary>Reads the hybrid of run lengths and bit-packing piece by piece, so that a run's length costs no memory.</summary>
/// <exception cref="CorruptDataException">More values are asked for than the bytes hold.</exception>
internal sealed class RleDecoder
{
    private ReadOnlyMemory<byte> bytes;
    private int position;
    private int width;
    private long runLeft;
    private int runValue;
    private long packedLeft;
    private long packedBit;

    public void Start(ReadOnlyMemory<byte> source, int bitWidth)
    {
        if (bitWidth is < 0 or > 32) throw new CorruptDataException($"a bit width of {bitWidth}");
        bytes = source;
        width = bitWidth;
        position = 0;
        runLeft = packedLeft = 0;
    }

    public void Read(Span<int> target)
    {
        while (!target.IsEmpty)
        {
            if (runLeft > 0)
            {
                var count = (int)Math.Min(runLeft, target.Length);
                target[..count].Fill(runValue);
                runLeft -= count;
                target = target[count..];
            }
            else if (packedLeft > 0)
            {
                var count = (int)Math.Min(packedLeft, target.Length);
                BitUnpacker.Unpack(bytes.Span, packedBit, width, target[..count]);
                packedBit += (long)count * width;
                packedLeft -= count;
                target = target[count..];
            }
            else
            {
                NextRun();
            }
        }
    }

    private void NextRun()
    {
        var span = bytes.Span;
        uint header = 0;
        for (var shift = 0; ; shift += 7)
        {
            if (position >= span.Length || shift > 28) throw new CorruptDataException("run-length data ends early");
            var part = span[position++];
            header |= (uint)(part & 0x7F) << shift;
            if (part < 0x80) break;
        }
        if ((header & 1) == 0)
        {
            runLeft = header >> 1;
            runValue = 0;
            var size = (width + 7) / 8;
            if (size > span.Length - position) throw new CorruptDataException("run-length data ends early");
            for (var i = 0; i < size; i++) runValue |= span[position++] << (8 * i);
        }
        else
        {
            packedLeft = 8L * (header >> 1);
            packedBit = 8L * position;
            position = (int)Math.Min(span.Length, position + (long)(header >> 1) * width);
        }
        if (runLeft == 0 && packedLeft == 0) throw new CorruptDataException("a run of length 0");
    }
}
