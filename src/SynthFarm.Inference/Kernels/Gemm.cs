using System.Runtime.CompilerServices;

namespace SynthFarm.Inference.Kernels;

/// <summary>
/// Single-threaded single-precision matrix product for matrices with any strides, as training needs them. Panels of B are
/// packed into scratch on the stack; nothing is allocated. See <see cref="Tile"/> for the order of accumulation.
/// </summary>
internal static unsafe class Gemm
{
    /// <summary>Depth of one packed panel: 32 KiB, so that it stays in the first-level cache while rows of A pass by.</summary>
    private const int DepthBlock = 256;

    /// <summary>C (m, n) = [C +] A (m, k) x B (k, n). C is row-major; B is fastest with unit row or column stride.</summary>
    /// <param name="m">Rows of A and C.</param>
    /// <param name="n">Columns of B and C.</param>
    /// <param name="k">Columns of A, rows of B.</param>
    /// <param name="a">First element of A.</param>
    /// <param name="aRow">Distance in floats between rows of A.</param>
    /// <param name="aColumn">Distance in floats between columns of A.</param>
    /// <param name="b">First element of B.</param>
    /// <param name="bRow">Distance in floats between rows of B.</param>
    /// <param name="bColumn">Distance in floats between columns of B.</param>
    /// <param name="c">First element of C.</param>
    /// <param name="cRow">Distance in floats between rows of C.</param>
    /// <param name="accumulate">Add to C instead of replacing it.</param>
    public static void Multiply(
        int m, int n, int k, float* a, nint aRow, nint aColumn, float* b, nint bRow, nint bColumn, float* c, nint cRow, bool accumulate) =>
        Multiply(InstructionSets.Best, m, n, k, a, aRow, aColumn, b, bRow, bColumn, c, cRow, accumulate);

    /// <inheritdoc cref="Multiply(int, int, int, float*, nint, nint, float*, nint, nint, float*, nint, bool)"/>
    [SkipLocalsInit]
    public static void Multiply(
        InstructionSet set, int m, int n, int k, float* a, nint aRow, nint aColumn, float* b, nint bRow, nint bColumn, float* c, nint cRow, bool accumulate)
    {
        if (k == 0 && !accumulate)
        {
            for (int row = 0; row < m; row++) new Span<float>(c + row * cRow, n).Clear();
            return;
        }

        byte* raw = stackalloc byte[DepthBlock * Tile.PanelWidth * sizeof(float) + 64];
        float* panel = (float*)(((nuint)raw + 63) & ~(nuint)63);
        for (int k0 = 0; k0 < k; k0 += DepthBlock)
        {
            int depth = Math.Min(DepthBlock, k - k0);
            for (int n0 = 0; n0 < n; n0 += Tile.PanelWidth)
            {
                int columns = Math.Min(Tile.PanelWidth, n - n0);
                PanelPacking.Pack(depth, columns, b + k0 * bRow + n0 * bColumn, bRow, bColumn, panel);
                Tile.Multiply<FloatPanel>(set, m, columns, depth, a + k0 * aColumn, aRow, aColumn, (byte*)panel, c + n0, cRow, accumulate || k0 > 0);
            }
        }
    }
}
