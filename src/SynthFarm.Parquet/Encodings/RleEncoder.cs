using System.Numerics;
using SynthFarm.Parquet.Buffers;

namespace SynthFarm.Parquet.Encodings;

/// <summary>The hybrid of run lengths and bit-packing (Encodings.md of the Parquet format, "RLE"), without a length in front.</summary>
internal static class RleEncoder
{
    /// <summary>Appends the encoding of values that each fit into <paramref name="bitWidth"/> bits (0 to 32).</summary>
    public static void Encode<T>(ReadOnlySpan<T> values, int bitWidth, ByteBuffer output)
        where T : unmanaged, IBinaryInteger<T>
    {
        var literalStart = 0;
        var at = 0;
        while (at < values.Length)
        {
            var run = RunLength(values[at..]);
            if (run >= 8)
            {
                Literals(values[literalStart..at], bitWidth, output);
                Run(values[at], run, bitWidth, output);
                at += run;
                literalStart = at;
            }
            else
            {
                at = Math.Min(at + 8, values.Length);
            }
        }
        Literals(values[literalStart..], bitWidth, output);
    }

    private static int RunLength<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (values.Length < 8 || values[1] != values[0]) return 1;
        var other = values.IndexOfAnyExcept(values[0]);
        return other < 0 ? values.Length : other;
    }

    private static void Run<T>(T value, int length, int bitWidth, ByteBuffer output)
        where T : unmanaged, IBinaryInteger<T>
    {
        output.WriteVarint((ulong)length << 1);
        var bits = uint.CreateTruncating(value);
        for (var left = bitWidth; left > 0; left -= 8)
        {
            output.WriteByte((byte)bits);
            bits >>= 8;
        }
    }

    private static void Literals<T>(ReadOnlySpan<T> values, int bitWidth, ByteBuffer output)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (values.IsEmpty) return;
        var groups = (values.Length + 7) / 8;
        output.WriteVarint(((ulong)groups << 1) | 1);
        BitPacker.Pack(values, bitWidth, output);
    }
}
