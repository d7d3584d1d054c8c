using System.Runtime.CompilerServices;

namespace SynthFarm.Inference.Kernels;

/// <summary>
/// The one seam under every matrix product: some rows of A times one packed panel of 32 columns of B.
/// Each output element is one chain of fused multiply-adds over k = 0, 1, ..., so its bits depend neither on the
/// number of rows, the tile shape, the thread count nor the instruction set.
/// </summary>
internal static unsafe class Tile
{
    /// <summary>Columns of a packed panel, in every instruction set.</summary>
    public const int PanelWidth = 32;

    private const int MaxRows = Avx512Tile.MaxRows;

    // Deep enough that widening costs little, small enough to stay in the first-level cache.
    private const int WidenedRows = 128;

    /// <summary>Computes C (rows, columns) = [C +] A (rows, depth) x panel (depth, 32), keeping the first <paramref name="columns"/> columns.</summary>
    /// <param name="set">Instruction set; must be supported.</param>
    /// <param name="rows">Rows of A and C, any number.</param>
    /// <param name="columns">Columns to write, 1 to 32.</param>
    /// <param name="depth">Length of the chain.</param>
    /// <param name="a">First element of A.</param>
    /// <param name="aRow">Distance in floats between rows of A.</param>
    /// <param name="aColumn">Distance in floats between columns of A.</param>
    /// <param name="panel">Packed panel of <typeparamref name="TPanel"/> rows, aligned to 64 bytes.</param>
    /// <param name="c">First element of C.</param>
    /// <param name="cRow">Distance in floats between rows of C.</param>
    /// <param name="accumulate">Start each chain from C rather than from zero.</param>
    /// <typeparam name="TPanel">How the panel's weights are kept.</typeparam>
    [SkipLocalsInit]
    public static void Multiply<TPanel>(
        InstructionSet set, int rows, int columns, nint depth, float* a, nint aRow, nint aColumn, byte* panel, float* c, nint cRow, bool accumulate)
        where TPanel : struct, IPanel
    {
        if (typeof(TPanel) == typeof(BFloat16Panel) && set != InstructionSet.Avx512)
        {
            MultiplyWidened(set, rows, columns, depth, a, aRow, aColumn, panel, c, cRow, accumulate);
            return;
        }

        int step = set == InstructionSet.Avx512 ? Avx512Tile.MaxRows : set == InstructionSet.Avx2 ? Avx2Tile.MaxRows : PortableTile.MaxRows;
        if (columns == PanelWidth)
        {
            for (int row = 0; row < rows; row += step)
                Full<TPanel>(set, Math.Min(step, rows - row), depth, a + row * aRow, aRow, aColumn, panel, c + row * cRow, cRow, accumulate);
            return;
        }

        // A narrow last panel is computed in full beside C, because its missing columns have no place in C.
        float* edge = stackalloc float[MaxRows * PanelWidth];
        for (int row = 0; row < rows; row += step)
        {
            int count = Math.Min(step, rows - row);
            float* target = c + row * cRow;
            if (accumulate)
                for (int r = 0; r < count; r++)
                {
                    new ReadOnlySpan<float>(target + r * cRow, columns).CopyTo(new Span<float>(edge + r * PanelWidth, PanelWidth));
                    new Span<float>(edge + r * PanelWidth + columns, PanelWidth - columns).Clear();
                }

            Full<TPanel>(set, count, depth, a + row * aRow, aRow, aColumn, panel, edge, PanelWidth, accumulate);
            for (int r = 0; r < count; r++)
                new ReadOnlySpan<float>(edge + r * PanelWidth, columns).CopyTo(new Span<float>(target + r * cRow, columns));
        }
    }

    /// <summary>Other instruction sets get the weights as floats, some rows at a time; a chain that is broken off goes on from C.</summary>
    [SkipLocalsInit]
    private static void MultiplyWidened(
        InstructionSet set, int rows, int columns, nint depth, float* a, nint aRow, nint aColumn, byte* panel, float* c, nint cRow, bool accumulate)
    {
        byte* raw = stackalloc byte[WidenedRows * PanelWidth * sizeof(float) + 64];
        float* wide = (float*)(((nuint)raw + 63) & ~(nuint)63);
        for (nint k = 0; k < depth; k += WidenedRows)
        {
            nint count = Math.Min(WidenedRows, depth - k);
            BFloat16Panel.Widen(count, panel + k * BFloat16Panel.RowBytes, wide);
            Multiply<FloatPanel>(set, rows, columns, count, a + k * aColumn, aRow, aColumn, (byte*)wide, c, cRow, accumulate || k > 0);
        }
    }

    private static void Full<TPanel>(
        InstructionSet set, int rows, nint depth, float* a, nint aRow, nint aColumn, byte* panel, float* c, nint cRow, bool accumulate)
        where TPanel : struct, IPanel
    {
        if (set == InstructionSet.Avx512) Avx512Tile.Multiply<TPanel>(rows, depth, a, aRow, aColumn, panel, c, cRow, accumulate);
        else if (set == InstructionSet.Avx2) Avx2Tile.Multiply(rows, depth, a, aRow, aColumn, (float*)panel, c, cRow, accumulate);
        else PortableTile.Multiply(rows, depth, a, aRow, aColumn, (float*)panel, c, cRow, accumulate);
    }
}
