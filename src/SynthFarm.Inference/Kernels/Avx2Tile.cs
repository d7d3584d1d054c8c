using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SynthFarm.Inference.Kernels;

/// <summary>Up to 6 rows by one 32-wide panel, done as two halves of 16 columns: 12 accumulators of 8 lanes fit the 16 registers.</summary>
internal static unsafe class Avx2Tile
{
    public const int MaxRows = 6;

    /// <summary>Dispatches to the tile of exactly <paramref name="rows"/> rows, 1 to <see cref="MaxRows"/>.</summary>
    /// <inheritdoc cref="Tile.Multiply" path="/param"/>
    public static void Multiply(int rows, nint depth, float* a, nint aRow, nint aColumn, float* panel, float* c, nint cRow, bool accumulate)
    {
        for (int half = 0; half < 32; half += 16)
        {
            switch (rows)
            {
                case 6: Rows<TileRows.Six>(depth, a, aRow, aColumn, panel + half, c + half, cRow, accumulate); break;
                case 5: Rows<TileRows.Five>(depth, a, aRow, aColumn, panel + half, c + half, cRow, accumulate); break;
                case 4: Rows<TileRows.Four>(depth, a, aRow, aColumn, panel + half, c + half, cRow, accumulate); break;
                case 3: Rows<TileRows.Three>(depth, a, aRow, aColumn, panel + half, c + half, cRow, accumulate); break;
                case 2: Rows<TileRows.Two>(depth, a, aRow, aColumn, panel + half, c + half, cRow, accumulate); break;
                default: Rows<TileRows.One>(depth, a, aRow, aColumn, panel + half, c + half, cRow, accumulate); break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows<TRows>(nint depth, float* a, nint aRow, nint aColumn, float* panel, float* c, nint cRow, bool accumulate)
        where TRows : struct, ITileRows
    {
        Vector256<float> s00 = default, s01 = default;
        Vector256<float> s10 = default, s11 = default;
        Vector256<float> s20 = default, s21 = default;
        Vector256<float> s30 = default, s31 = default;
        Vector256<float> s40 = default, s41 = default;
        Vector256<float> s50 = default, s51 = default;
        if (accumulate)
        {
            { s00 = Vector256.Load(c + 0 * cRow); s01 = Vector256.Load(c + 0 * cRow + 8); }
            if (TRows.Count > 1) { s10 = Vector256.Load(c + 1 * cRow); s11 = Vector256.Load(c + 1 * cRow + 8); }
            if (TRows.Count > 2) { s20 = Vector256.Load(c + 2 * cRow); s21 = Vector256.Load(c + 2 * cRow + 8); }
            if (TRows.Count > 3) { s30 = Vector256.Load(c + 3 * cRow); s31 = Vector256.Load(c + 3 * cRow + 8); }
            if (TRows.Count > 4) { s40 = Vector256.Load(c + 4 * cRow); s41 = Vector256.Load(c + 4 * cRow + 8); }
            if (TRows.Count > 5) { s50 = Vector256.Load(c + 5 * cRow); s51 = Vector256.Load(c + 5 * cRow + 8); }
        }

        byte* p0 = (byte*)a;
        nint rowBytes = aRow * sizeof(float), step = aColumn * sizeof(float), offset = 0;
        byte* p1 = p0 + rowBytes, p2 = p1 + rowBytes, p3 = p2 + rowBytes, p4 = p3 + rowBytes, p5 = p4 + rowBytes;
        for (; depth > 0; depth--, offset += step, panel += 32)
        {
            Vector256<float> b0 = Vector256.LoadAligned(panel), b1 = Vector256.LoadAligned(panel + 8), x;
            x = Vector256.Create(*(float*)(p0 + offset)); s00 = Fma.MultiplyAdd(x, b0, s00); s01 = Fma.MultiplyAdd(x, b1, s01);
            if (TRows.Count > 1) { x = Vector256.Create(*(float*)(p1 + offset)); s10 = Fma.MultiplyAdd(x, b0, s10); s11 = Fma.MultiplyAdd(x, b1, s11); }
            if (TRows.Count > 2) { x = Vector256.Create(*(float*)(p2 + offset)); s20 = Fma.MultiplyAdd(x, b0, s20); s21 = Fma.MultiplyAdd(x, b1, s21); }
            if (TRows.Count > 3) { x = Vector256.Create(*(float*)(p3 + offset)); s30 = Fma.MultiplyAdd(x, b0, s30); s31 = Fma.MultiplyAdd(x, b1, s31); }
            if (TRows.Count > 4) { x = Vector256.Create(*(float*)(p4 + offset)); s40 = Fma.MultiplyAdd(x, b0, s40); s41 = Fma.MultiplyAdd(x, b1, s41); }
            if (TRows.Count > 5) { x = Vector256.Create(*(float*)(p5 + offset)); s50 = Fma.MultiplyAdd(x, b0, s50); s51 = Fma.MultiplyAdd(x, b1, s51); }
        }

        { s00.Store(c + 0 * cRow); s01.Store(c + 0 * cRow + 8); }
        if (TRows.Count > 1) { s10.Store(c + 1 * cRow); s11.Store(c + 1 * cRow + 8); }
        if (TRows.Count > 2) { s20.Store(c + 2 * cRow); s21.Store(c + 2 * cRow + 8); }
        if (TRows.Count > 3) { s30.Store(c + 3 * cRow); s31.Store(c + 3 * cRow + 8); }
        if (TRows.Count > 4) { s40.Store(c + 4 * cRow); s41.Store(c + 4 * cRow + 8); }
        if (TRows.Count > 5) { s50.Store(c + 5 * cRow); s51.Store(c + 5 * cRow + 8); }
    }
}
