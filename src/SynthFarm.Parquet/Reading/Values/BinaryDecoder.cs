using System.Buffers.Binary;

namespace SynthFarm.Parquet.Reading.Values;

/// <summary>PLAIN strings and bytes: each behind its length in four bytes.</summary>
internal sealed class BinaryDecoder<T>(FromBytes<T> make) : ValueDecoder<T>
{
    private ReadOnlyMemory<byte> rest;

    public override void Start(ReadOnlyMemory<byte> bytes) => rest = bytes;

    public override void Read(Span<T> target)
    {
        var span = rest.Span;
        foreach (ref var value in target)
        {
            var length = span.Length >= 4 ? BinaryPrimitives.ReadInt32LittleEndian(span) : -1;
            if (length < 0 || length > span.Length - 4) throw new CorruptDataException("values end early");
            value = make(span.Slice(4, length));
            span = span[(4 + length)..];
        }
        rest = rest[^span.Length..];
    }
}
