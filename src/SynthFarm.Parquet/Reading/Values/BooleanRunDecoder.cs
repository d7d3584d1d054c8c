using System.Buffers.Binary;
using SynthFarm.Parquet.Encodings.Decoding;

namespace SynthFarm.Parquet.Reading.Values;

/// <summary>Booleans as run lengths, behind their size in four bytes.</summary>
internal sealed class BooleanRunDecoder : ValueDecoder<bool>
{
    private readonly RleDecoder runs = new();

    public override void Start(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length == 0)
        {
            runs.Start(bytes, 1);
            return;
        }
        var size = bytes.Length >= 4 ? BinaryPrimitives.ReadInt32LittleEndian(bytes.Span) : -1;
        if (size < 0 || size > bytes.Length - 4) throw new CorruptDataException("run-length data ends early");
        runs.Start(bytes.Slice(4, size), 1);
    }

    public override void Read(Span<bool> target)
    {
        Span<int> bits = stackalloc int[256];
        while (!target.IsEmpty)
        {
            var part = bits[..Math.Min(bits.Length, target.Length)];
            runs.Read(part);
            for (var i = 0; i < part.Length; i++) target[i] = part[i] != 0;
            target = target[part.Length..];
        }
    }
}
