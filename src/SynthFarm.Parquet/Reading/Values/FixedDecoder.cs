using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SynthFarm.Parquet.Reading.Values;

/// <summary>PLAIN numbers: their memory, little endian.</summary>
internal sealed class FixedDecoder<T> : ValueDecoder<T>
    where T : unmanaged
{
    private ReadOnlyMemory<byte> rest;

    public override void Start(ReadOnlyMemory<byte> bytes) => rest = bytes;

    public override void Read(Span<T> target)
    {
        var size = (long)target.Length * Unsafe.SizeOf<T>();
        if (size > rest.Length) throw new CorruptDataException("values end early");
        rest.Span[..(int)size].CopyTo(MemoryMarshal.AsBytes(target));
        rest = rest[(int)size..];
    }
}
