using System.Numerics;
using SynthFarm.Parquet.Encodings.Decoding;

namespace SynthFarm.Parquet.Reading.Values;

/// <summary>DELTA_BINARY_PACKED integers.</summary>
internal sealed class DeltaIntegerDecoder<T> : ValueDecoder<T>
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly DeltaDecoder deltas = new();

    public override void Start(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > 0) deltas.Start(bytes);
    }

    public override void Read(Span<T> target)
    {
        Span<long> part = stackalloc long[128];
        while (!target.IsEmpty)
        {
            var count = Math.Min(part.Length, target.Length);
            deltas.Read(part[..count]);
            for (var i = 0; i < count; i++) target[i] = T.CreateTruncating(part[i]);
            target = target[count..];
        }
    }
}
