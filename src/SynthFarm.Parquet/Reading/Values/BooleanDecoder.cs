namespace SynthFarm.Parquet.Reading.Values;

/// <summary>PLAIN booleans: one bit each.</summary>
internal sealed class BooleanDecoder : ValueDecoder<bool>
{
    private ReadOnlyMemory<byte> source;
    private long bit;

    public override void Start(ReadOnlyMemory<byte> bytes)
    {
        source = bytes;
        bit = 0;
    }

    public override void Read(Span<bool> target)
    {
        if (bit + target.Length > 8L * source.Length) throw new CorruptDataException("values end early");
        var span = source.Span;
        foreach (ref var value in target)
        {
            value = (span[(int)(bit >> 3)] >> (int)(bit & 7) & 1) != 0;
            bit++;
        }
    }
}
