namespace SynthFarm.Parquet.Reading.Values;

/// <summary>PLAIN byte arrays of one length.</summary>
internal sealed class FixedBytesDecoder(int length) : ValueDecoder<byte[]>
{
    private ReadOnlyMemory<byte> rest;

    public override void Start(ReadOnlyMemory<byte> bytes) => rest = bytes;

    public override void Read(Span<byte[]> target)
    {
        if ((long)target.Length * length > rest.Length) throw new CorruptDataException("values end early");
        foreach (ref var value in target)
        {
            value = rest.Span[..length].ToArray();
            rest = rest[length..];
        }
    }
}
