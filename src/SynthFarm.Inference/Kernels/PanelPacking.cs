using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SynthFarm.Inference.Kernels;

/// <summary>Copies a (depth, columns) block of a matrix with any strides into one zero-padded panel (depth, 32).</summary>
internal static unsafe class PanelPacking
{
    private const int Width = Tile.PanelWidth;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack(nint depth, int columns, float* b, nint bRow, nint bColumn, float* panel)
    {
        if (columns < Width) new Span<float>(panel, checked((int)depth * Width)).Clear();
        if (bColumn == 1) PackRows(depth, columns, b, bRow, panel);
        else if (bRow == 1) PackTransposed(depth, columns, b, bColumn, panel);
        else
            for (nint k = 0; k < depth; k++)
                for (int j = 0; j < columns; j++)
                    panel[k * Width + j] = b[k * bRow + j * bColumn];
    }

    private static void PackRows(nint depth, int columns, float* b, nint bRow, float* panel)
    {
        if (columns == Width)
        {
            for (nint k = 0; k < depth; k++, b += bRow, panel += Width)
            {
                Vector512.Load(b).StoreAligned(panel);
                Vector512.Load(b + 16).StoreAligned(panel + 16);
            }

            return;
        }

        for (nint k = 0; k < depth; k++, b += bRow, panel += Width)
            for (int j = 0; j < columns; j++)
                panel[j] = b[j];
    }

    /// <summary>
    /// Columns of the panel are rows in memory; 4 by 4 blocks are turned in registers. Sixteen deep at a time, so that each
    /// cache line is read once and the part of the panel written stays close.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackTransposed(nint depth, int columns, float* b, nint bColumn, float* panel)
    {
        nint whole = depth - depth % 4;
        for (nint k0 = 0; k0 < whole; k0 += 16)
        {
            nint k1 = Math.Min(k0 + 16, whole);
            for (int j = 0; j + 4 <= columns; j += 4)
            {
                float* r0 = b + j * bColumn, r1 = r0 + bColumn, r2 = r1 + bColumn, r3 = r2 + bColumn;
                float* target = panel + k0 * Width + j;
                for (nint k = k0; k < k1; k += 4, target += 4 * Width)
                {
                    Vector128<float> x0 = Vector128.Load(r0 + k), x1 = Vector128.Load(r1 + k), x2 = Vector128.Load(r2 + k), x3 = Vector128.Load(r3 + k);
                    Vector128<float> low01 = Interleave.Low(x0, x1), high01 = Interleave.High(x0, x1);
                    Vector128<float> low23 = Interleave.Low(x2, x3), high23 = Interleave.High(x2, x3);
                    Interleave.LowPairs(low01, low23).Store(target);
                    Interleave.HighPairs(low01, low23).Store(target + Width);
                    Interleave.LowPairs(high01, high23).Store(target + 2 * Width);
                    Interleave.HighPairs(high01, high23).Store(target + 3 * Width);
                }
            }
        }

        for (int j = 0; j < columns; j++)
            for (nint k = j < columns - columns % 4 ? whole : 0; k < depth; k++)
                panel[k * Width + j] = b[j * bColumn + k];
    }
}
