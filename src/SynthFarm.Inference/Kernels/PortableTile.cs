using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SynthFarm.Inference.Kernels;

/// <summary>Up to 4 rows by one 32-wide panel in vectors of 4 lanes, for processors without AVX2 (Arm among them).</summary>
internal static unsafe class PortableTile
{
    public const int MaxRows = 4;

    /// <summary>Computes exactly <paramref name="rows"/> rows, 1 to <see cref="MaxRows"/>.</summary>
    /// <inheritdoc cref="Tile.Multiply" path="/param"/>
    public static void Multiply(int rows, nint depth, float* a, nint aRow, nint aColumn, float* panel, float* c, nint cRow, bool accumulate)
    {
        for (int column = 0; column < 32; column += 8)
        {
            if (rows == 4)
            {
                Four(depth, a, aRow, aColumn, panel + column, c + column, cRow, accumulate);
                continue;
            }

            for (int row = 0; row < rows; row++)
                One(depth, a + row * aRow, aColumn, panel + column, c + row * cRow + column, accumulate);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(nint depth, float* a, nint aRow, nint aColumn, float* panel, float* c, nint cRow, bool accumulate)
    {
        float* c1 = c + cRow, c2 = c1 + cRow, c3 = c2 + cRow;
        Vector128<float> s00 = default, s01 = default, s10 = default, s11 = default;
        Vector128<float> s20 = default, s21 = default, s30 = default, s31 = default;
        if (accumulate)
        {
            s00 = Vector128.Load(c); s01 = Vector128.Load(c + 4);
            s10 = Vector128.Load(c1); s11 = Vector128.Load(c1 + 4);
            s20 = Vector128.Load(c2); s21 = Vector128.Load(c2 + 4);
            s30 = Vector128.Load(c3); s31 = Vector128.Load(c3 + 4);
        }

        for (; depth > 0; depth--, a += aColumn, panel += 32)
        {
            Vector128<float> b0 = Vector128.Load(panel), b1 = Vector128.Load(panel + 4);
            Vector128<float> x = Vector128.Create(a[0]);
            s00 = Vector128.FusedMultiplyAdd(x, b0, s00); s01 = Vector128.FusedMultiplyAdd(x, b1, s01);
            x = Vector128.Create(a[aRow]);
            s10 = Vector128.FusedMultiplyAdd(x, b0, s10); s11 = Vector128.FusedMultiplyAdd(x, b1, s11);
            x = Vector128.Create(a[2 * aRow]);
            s20 = Vector128.FusedMultiplyAdd(x, b0, s20); s21 = Vector128.FusedMultiplyAdd(x, b1, s21);
            x = Vector128.Create(a[3 * aRow]);
            s30 = Vector128.FusedMultiplyAdd(x, b0, s30); s31 = Vector128.FusedMultiplyAdd(x, b1, s31);
        }

        s00.Store(c); s01.Store(c + 4);
        s10.Store(c1); s11.Store(c1 + 4);
        s20.Store(c2); s21.Store(c2 + 4);
        s30.Store(c3); s31.Store(c3 + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(nint depth, float* a, nint aColumn, float* panel, float* c, bool accumulate)
    {
        Vector128<float> s0 = accumulate ? Vector128.Load(c) : default, s1 = accumulate ? Vector128.Load(c + 4) : default;
        for (; depth > 0; depth--, a += aColumn, panel += 32)
        {
            Vector128<float> x = Vector128.Create(*a);
            s0 = Vector128.FusedMultiplyAdd(x, Vector128.Load(panel), s0);
            s1 = Vector128.FusedMultiplyAdd(x, Vector128.Load(panel + 4), s1);
        }

        s0.Store(c);
        s1.Store(c + 4);
    }
}
