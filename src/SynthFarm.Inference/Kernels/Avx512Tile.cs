using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SynthFarm.Inference.Kernels;

/// <summary>Up to 8 rows by one 32-wide panel: 16 accumulators of 16 lanes, enough to hide the latency of the multiply-add.</summary>
internal static unsafe class Avx512Tile
{
    public const int MaxRows = 8;

    /// <summary>Dispatches to the tile of exactly <paramref name="rows"/> rows, 1 to <see cref="MaxRows"/>.</summary>
    /// <inheritdoc cref="Tile.Multiply" path="/param"/>
    public static void Multiply<TPanel>(int rows, nint depth, float* a, nint aRow, nint aColumn, byte* panel, float* c, nint cRow, bool accumulate)
        where TPanel : struct, IPanel
    {
        switch (rows)
        {
            case 8: Rows<TileRows.Eight, TPanel>(depth, a, aRow, aColumn, panel, c, cRow, accumulate); break;
            case 7: Rows<TileRows.Seven, TPanel>(depth, a, aRow, aColumn, panel, c, cRow, accumulate); break;
            case 6: Rows<TileRows.Six, TPanel>(depth, a, aRow, aColumn, panel, c, cRow, accumulate); break;
            case 5: Rows<TileRows.Five, TPanel>(depth, a, aRow, aColumn, panel, c, cRow, accumulate); break;
            case 4: Rows<TileRows.Four, TPanel>(depth, a, aRow, aColumn, panel, c, cRow, accumulate); break;
            case 3: Rows<TileRows.Three, TPanel>(depth, a, aRow, aColumn, panel, c, cRow, accumulate); break;
            case 2: Rows<TileRows.Two, TPanel>(depth, a, aRow, aColumn, panel, c, cRow, accumulate); break;
            default: Rows<TileRows.One, TPanel>(depth, a, aRow, aColumn, panel, c, cRow, accumulate); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows<TRows, TPanel>(nint depth, float* a, nint aRow, nint aColumn, byte* panel, float* c, nint cRow, bool accumulate)
        where TRows : struct, ITileRows
        where TPanel : struct, IPanel
    {
        Vector512<float> s00 = default, s01 = default;
        Vector512<float> s10 = default, s11 = default;
        Vector512<float> s20 = default, s21 = default;
        Vector512<float> s30 = default, s31 = default;
        Vector512<float> s40 = default, s41 = default;
        Vector512<float> s50 = default, s51 = default;
        Vector512<float> s60 = default, s61 = default;
        Vector512<float> s70 = default, s71 = default;
        if (accumulate)
        {
            { s00 = Vector512.Load(c + 0 * cRow); s01 = Vector512.Load(c + 0 * cRow + 16); }
            if (TRows.Count > 1) { s10 = Vector512.Load(c + 1 * cRow); s11 = Vector512.Load(c + 1 * cRow + 16); }
            if (TRows.Count > 2) { s20 = Vector512.Load(c + 2 * cRow); s21 = Vector512.Load(c + 2 * cRow + 16); }
            if (TRows.Count > 3) { s30 = Vector512.Load(c + 3 * cRow); s31 = Vector512.Load(c + 3 * cRow + 16); }
            if (TRows.Count > 4) { s40 = Vector512.Load(c + 4 * cRow); s41 = Vector512.Load(c + 4 * cRow + 16); }
            if (TRows.Count > 5) { s50 = Vector512.Load(c + 5 * cRow); s51 = Vector512.Load(c + 5 * cRow + 16); }
            if (TRows.Count > 6) { s60 = Vector512.Load(c + 6 * cRow); s61 = Vector512.Load(c + 6 * cRow + 16); }
            if (TRows.Count > 7) { s70 = Vector512.Load(c + 7 * cRow); s71 = Vector512.Load(c + 7 * cRow + 16); }
        }

        byte* p0 = (byte*)a;
        nint rowBytes = aRow * sizeof(float), step = aColumn * sizeof(float), offset = 0;
        byte* p1 = p0 + rowBytes, p2 = p1 + rowBytes, p3 = p2 + rowBytes, p4 = p3 + rowBytes, p5 = p4 + rowBytes, p6 = p5 + rowBytes, p7 = p6 + rowBytes;
        for (; depth > 0; depth--, offset += step, panel += TPanel.RowBytes)
        {
            TPanel.Load(panel, out Vector512<float> b0, out Vector512<float> b1);
            Vector512<float> x;
            x = Vector512.Create(*(float*)(p0 + offset)); s00 = Avx512F.FusedMultiplyAdd(x, b0, s00); s01 = Avx512F.FusedMultiplyAdd(x, b1, s01);
            if (TRows.Count > 1) { x = Vector512.Create(*(float*)(p1 + offset)); s10 = Avx512F.FusedMultiplyAdd(x, b0, s10); s11 = Avx512F.FusedMultiplyAdd(x, b1, s11); }
            if (TRows.Count > 2) { x = Vector512.Create(*(float*)(p2 + offset)); s20 = Avx512F.FusedMultiplyAdd(x, b0, s20); s21 = Avx512F.FusedMultiplyAdd(x, b1, s21); }
            if (TRows.Count > 3) { x = Vector512.Create(*(float*)(p3 + offset)); s30 = Avx512F.FusedMultiplyAdd(x, b0, s30); s31 = Avx512F.FusedMultiplyAdd(x, b1, s31); }
            if (TRows.Count > 4) { x = Vector512.Create(*(float*)(p4 + offset)); s40 = Avx512F.FusedMultiplyAdd(x, b0, s40); s41 = Avx512F.FusedMultiplyAdd(x, b1, s41); }
            if (TRows.Count > 5) { x = Vector512.Create(*(float*)(p5 + offset)); s50 = Avx512F.FusedMultiplyAdd(x, b0, s50); s51 = Avx512F.FusedMultiplyAdd(x, b1, s51); }
            if (TRows.Count > 6) { x = Vector512.Create(*(float*)(p6 + offset)); s60 = Avx512F.FusedMultiplyAdd(x, b0, s60); s61 = Avx512F.FusedMultiplyAdd(x, b1, s61); }
            if (TRows.Count > 7) { x = Vector512.Create(*(float*)(p7 + offset)); s70 = Avx512F.FusedMultiplyAdd(x, b0, s70); s71 = Avx512F.FusedMultiplyAdd(x, b1, s71); }
        }

        { s00.Store(c + 0 * cRow); s01.Store(c + 0 * cRow + 16); }
        if (TRows.Count > 1) { s10.Store(c + 1 * cRow); s11.Store(c + 1 * cRow + 16); }
        if (TRows.Count > 2) { s20.Store(c + 2 * cRow); s21.Store(c + 2 * cRow + 16); }
        if (TRows.Count > 3) { s30.Store(c + 3 * cRow); s31.Store(c + 3 * cRow + 16); }
        if (TRows.Count > 4) { s40.Store(c + 4 * cRow); s41.Store(c + 4 * cRow + 16); }
        if (TRows.Count > 5) { s50.Store(c + 5 * cRow); s51.Store(c + 5 * cRow + 16); }
        if (TRows.Count > 6) { s60.Store(c + 6 * cRow); s61.Store(c + 6 * cRow + 16); }
        if (TRows.Count > 7) { s70.Store(c + 7 * cRow); s71.Store(c + 7 * cRow + 16); }
    }
}
