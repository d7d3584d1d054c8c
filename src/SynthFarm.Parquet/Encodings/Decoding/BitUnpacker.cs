using System.Buffers.Binary;

namespace SynthFarm.Parquet.Encodings.Decoding;

/// <summary>Unpacks numbers that lie lowest bit first.</summary>
internal static class BitUnpacker
{
    /// <summary>Reads values of <paramref name="width"/> bits (0 to 32) from a bit position on.</summary>
    /// <exception cref="CorruptDataException">The bytes end before the last value.</exception>
    public static void Unpack(ReadOnlySpan<byte> bytes, long bit, int width, Span<int> target)
    {
        if (bit + (long)width * target.Length > 8L * bytes.Length) throw new CorruptDataException("bit-packed data ends early");
        if (width == 0)
        {
            target.Clear();
            return;
        }
        var mask = (1UL << width) - 1;
        for (var i = 0; i < target.Length; i++, bit += width)
            target[i] = (int)((Word(bytes, (int)(bit >> 3)) >> (int)(bit & 7)) & mask);
    }

    /// <summary>Reads values of up to 64 bits.</summary>
    /// <exception cref="CorruptDataException">The bytes end before the last value.</exception>
    public static void Unpack(ReadOnlySpan<byte> bytes, long bit, int width, Span<ulong> target)
    {
        if (bit + (long)width * target.Length > 8L * bytes.Length) throw new CorruptDataException("bit-packed data ends early");
        if (width == 0)
        {
            target.Clear();
            return;
        }
        var mask = width == 64 ? ulong.MaxValue : (1UL << width) - 1;
        for (var i = 0; i < target.Length; i++, bit += width)
        {
            var at = (int)(bit >> 3);
            var shift = (int)(bit & 7);
            var value = Word(bytes, at) >> shift;
            if (shift + width > 64) value |= (ulong)bytes[at + 8] << (64 - shift);
            target[i] = value & mask;
        }
    }

    private static ulong Word(ReadOnlySpan<byte> bytes, int at)
    {
        if (bytes.Length - at >= 8) return BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
        ulong word = 0;
        for (var i = bytes.Length - 1; i >= at; i--) word = (word << 8) | bytes[i];
        return word;
    }
}
