namespace SynthFarm.Parquet.Reading.Values;

/// <summary>DELTA_LENGTH_BYTE_ARRAY: all lengths as deltas, then all bytes.</summary>
internal sealed class DeltaLengthDecoder<T>(FromBytes<T> make) : ValueDecoder<T>
{
    private int[] lengths = [];
    private int next;
    private ReadOnlyMemory<byte> rest;

    public override void Start(ReadOnlyMemory<byte> bytes)
    {
        lengths = bytes.Length == 0 ? [] : DeltaLengths.Read(bytes, bytes.Length, out bytes);
        next = 0;
        rest = bytes;
    }

    public override void Read(Span<T> target)
    {
        if (target.Length > lengths.Length - next) throw new CorruptDataException("values end early");
        foreach (ref var value in target)
        {
            var length = lengths[next++];
            if (length > rest.Length) throw new CorruptDataException("values end early");
            value = make(rest.Span[..length]);
            rest = rest[length..];
        }
    }
}
