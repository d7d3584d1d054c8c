using System.Buffers.Binary;
using System.Numerics;
using SynthFarm.Parquet.Buffers;

namespace SynthFarm.Parquet.Encodings;

/// <summary>Packs numbers into bits, lowest bit first.</summary>
internal static class BitPacker
{
    /// <summary>Appends the values, padded with zeros to a multiple of eight values, in <paramref name="bitWidth"/> bits each.</summary>
    public static void Pack<T>(ReadOnlySpan<T> values, int bitWidth, ByteBuffer output)
        where T : unmanaged, IBinaryInteger<T>
    {
        var size = (values.Length + 7) / 8 * bitWidth;
        var target = output.Reserve(size + 8)[..(size + 8)];
        ulong pending = 0;
        var bits = 0;
        var at = 0;
        foreach (var value in values)
        {
            pending |= (ulong)uint.CreateTruncating(value) << bits;
            bits += bitWidth;
            if (bits >= 32)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(target[at..], (uint)pending);
                at += 4;
                pending >>= 32;
                bits -= 32;
            }
        }
        BinaryPrimitives.WriteUInt64LittleEndian(target[at..], pending);
        if (at + 8 < size) target[(at + 8)..size].Clear();
        output.Advance(size);
    }
}
