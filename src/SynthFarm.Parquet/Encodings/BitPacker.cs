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

    /// <summary>Appends the values, whose number is a multiple of eight, in <paramref name="bitWidth"/> bits each (0 to 64).</summary>
    public static void Pack(ReadOnlySpan<ulong> values, int bitWidth, ByteBuffer output)
    {
        if (bitWidth == 0) return;
        var size = values.Length / 8 * bitWidth;
        var target = output.Reserve(size + 8)[..(size + 8)];
        ulong pending = 0;
        var bits = 0;
        var at = 0;
        foreach (var value in values)
        {
            pending |= value << bits;
            bits += bitWidth;
            if (bits < 64) continue;
            BinaryPrimitives.WriteUInt64LittleEndian(target[at..], pending);
            at += 8;
            bits -= 64;
            pending = bits == 0 ? 0 : value >> (bitWidth - bits);
        }
        BinaryPrimitives.WriteUInt64LittleEndian(target[at..], pending);
        output.Advance(size);
    }
}
