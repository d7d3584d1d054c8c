using System.Numerics;
using System.Runtime.CompilerServices;
using SynthFarm.Parquet.Buffers;

namespace SynthFarm.Parquet.Encodings;

/// <summary>DELTA_BINARY_PACKED (Encodings.md of the Parquet format): differences from one value to the next, above the least of their block, in bits.</summary>
internal static class DeltaEncoder
{
    private const int BlockSize = 128;
    private const int Miniblocks = 4;
    private const int MiniblockSize = BlockSize / Miniblocks;

    /// <summary>Appends integers of 32 or 64 bits. Differences wrap around in the width of the type.</summary>
    public static void Encode<T>(ReadOnlySpan<T> values, ByteBuffer output)
        where T : unmanaged, INumber<T>
    {
        output.WriteVarint(BlockSize);
        output.WriteVarint(Miniblocks);
        output.WriteVarint((ulong)values.Length);
        output.WriteVarint(ZigZag(values.IsEmpty ? 0 : long.CreateTruncating(values[0])));
        Span<long> deltas = stackalloc long[BlockSize];
        for (var start = 1; start < values.Length; start += BlockSize)
        {
            var block = deltas[..Math.Min(BlockSize, values.Length - start)];
            for (var i = 0; i < block.Length; i++) block[i] = Difference(values[start + i], values[start + i - 1]);
            WriteBlock(block, Unsafe.SizeOf<T>() == 4, output);
        }
    }

    private static void WriteBlock(ReadOnlySpan<long> deltas, bool is32Bit, ByteBuffer output)
    {
        var least = deltas[0];
        foreach (var delta in deltas) least = Math.Min(least, delta);
        output.WriteVarint(ZigZag(least));

        Span<ulong> above = stackalloc ulong[BlockSize];
        above.Clear();
        for (var i = 0; i < deltas.Length; i++)
        {
            var difference = unchecked((ulong)(deltas[i] - least));
            above[i] = is32Bit ? (uint)difference : difference;
        }
        var needed = (deltas.Length + MiniblockSize - 1) / MiniblockSize;
        Span<int> widths = stackalloc int[Miniblocks];
        for (var i = 0; i < Miniblocks; i++)
        {
            ulong bits = 0;
            foreach (var value in above.Slice(i * MiniblockSize, MiniblockSize)) bits |= value;
            widths[i] = 64 - BitOperations.LeadingZeroCount(bits);
            output.WriteByte((byte)widths[i]);
        }
        for (var i = 0; i < needed; i++) BitPacker.Pack(above.Slice(i * MiniblockSize, MiniblockSize), widths[i], output);
    }

    private static long Difference<T>(T value, T previous)
        where T : unmanaged, INumber<T>
    {
        var difference = unchecked(long.CreateTruncating(value) - long.CreateTruncating(previous));
        return Unsafe.SizeOf<T>() == 4 ? (int)difference : difference;
    }

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));
}
