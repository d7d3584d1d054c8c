using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SynthFarm.Parquet.Encodings;

/// <summary>CRC-32 as in gzip (polynomial 0xEDB88320, reflected): by carry-less multiplication where the processor has it, else by table.</summary>
internal static class Crc32
{
    private const int FoldedAtOnce = 64;

    private static readonly uint[] Tables = BuildTables();

    public static uint Compute(ReadOnlySpan<byte> bytes)
        => Pclmulqdq.IsSupported && bytes.Length >= FoldedAtOnce ? ~Fold(~0u, bytes) : ComputeByTable(bytes);

    /// <summary>The same on every processor, eight bytes at a time.</summary>
    internal static uint ComputeByTable(ReadOnlySpan<byte> bytes) => ~Update(~0u, bytes);

    /// <summary>
    /// Folds 64 bytes at a time into the 64 behind them, then four lanes into one: what is left has the same remainder as all that was read.
    /// Reference: Gopal et al., "Fast CRC computation for generic polynomials using PCLMULQDQ", Intel 2009; constants of its reflected form.
    /// </summary>
    private static uint Fold(uint crc, ReadOnlySpan<byte> bytes)
    {
        var lanes = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        var by64 = Vector128.Create(0x1_5444_2BD4UL, 0x1_C6E4_1596UL);
        var by16 = Vector128.Create(0x1_7519_97D0UL, 0x0_CCAA_009EUL);
        var (a, b, c, d) = (lanes[0] ^ Vector128.CreateScalar((ulong)crc), lanes[1], lanes[2], lanes[3]);
        var at = 4;
        for (; at + 4 <= lanes.Length; at += 4)
        {
            a = Fold(a, by64, lanes[at]);
            b = Fold(b, by64, lanes[at + 1]);
            c = Fold(c, by64, lanes[at + 2]);
            d = Fold(d, by64, lanes[at + 3]);
        }
        var rest = Fold(Fold(Fold(a, by16, b), by16, c), by16, d);
        for (; at < lanes.Length; at++) rest = Fold(rest, by16, lanes[at]);
        return Update(Update(0, MemoryMarshal.AsBytes(new ReadOnlySpan<Vector128<ulong>>(in rest))), bytes[(16 * at)..]);
    }

    private static Vector128<ulong> Fold(Vector128<ulong> folded, Vector128<ulong> by, Vector128<ulong> next)
        => Pclmulqdq.CarrylessMultiply(folded, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(folded, by, 0x11) ^ next;

    private static uint Update(uint crc, ReadOnlySpan<byte> bytes)
    {
        var t = Tables;
        while (bytes.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t[0x700 + (int)(low & 0xFF)] ^ t[0x600 + (int)((low >> 8) & 0xFF)]
                ^ t[0x500 + (int)((low >> 16) & 0xFF)] ^ t[0x400 + (int)(low >> 24)]
                ^ t[0x300 + (int)(high & 0xFF)] ^ t[0x200 + (int)((high >> 8) & 0xFF)]
                ^ t[0x100 + (int)((high >> 16) & 0xFF)] ^ t[(int)(high >> 24)];
            bytes = bytes[8..];
        }
        foreach (var b in bytes) crc = t[(int)((crc ^ b) & 0xFF)] ^ (crc >> 8);
        return crc;
    }

    private static uint[] BuildTables()
    {
        var tables = new uint[8 * 256];
        for (var i = 0u; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            tables[i] = crc;
        }
        for (var i = 256; i < tables.Length; i++) tables[i] = tables[tables[i - 256] & 0xFF] ^ (tables[i - 256] >> 8);
        return tables;
    }
}
