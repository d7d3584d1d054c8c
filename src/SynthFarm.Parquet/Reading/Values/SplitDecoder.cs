using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SynthFarm.Parquet.Reading.Values;

/// <summary>BYTE_STREAM_SPLIT numbers: all first bytes, then all second bytes, and so on.</summary>
internal sealed class SplitDecoder<T> : ValueDecoder<T>
    where T : unmanaged
{
    private ReadOnlyMemory<byte> source;
    private int next;
    private int count;

    public override void Start(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length % Unsafe.SizeOf<T>() != 0) throw new CorruptDataException("split values end early");
        source = bytes;
        count = bytes.Length / Unsafe.SizeOf<T>();
        next = 0;
    }

    public override void Read(Span<T> target)
    {
        if (target.Length > count - next) throw new CorruptDataException("values end early");
        var bytes = MemoryMarshal.AsBytes(target);
        var size = Unsafe.SizeOf<T>();
        var span = source.Span;
        for (var stream = 0; stream < size; stream++)
        {
            var part = span.Slice(stream * count + next, target.Length);
            for (var i = 0; i < part.Length; i++) bytes[i * size + stream] = part[i];
        }
        next += target.Length;
    }
}
