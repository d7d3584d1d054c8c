using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SynthFarm.Inference.Decoding;

/// <summary>
/// Operations on 16 floats whose bits are the same on every processor: each lane is a fixed chain of exactly rounded
/// operations, and sums over lanes are taken in one fixed order.
/// </summary>
internal static class Lanes
{
    public const int Count = 16;

    private const float ExpLowest = -87.33f;
    private const float ExpHighest = 88f;
    private const float Log2E = 1.44269504f;
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;
    // 1.5 * 2^23: adding it leaves the nearest integer in the low bits of the float.
    private const float RoundingShift = 12582912f;

    /// <summary>The number of floats that holds <paramref name="length"/> in whole vectors.</summary>
    public static int RoundUp(int length) => (length + Count - 1) / Count * Count;

    /// <summary>The sum over the lanes, by halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> x)
    {
        Vector256<float> half = x.GetLower() + x.GetUpper();
        Vector128<float> quarter = half.GetLower() + half.GetUpper();
        return quarter[0] + quarter[2] + (quarter[1] + quarter[3]);
    }

    /// <summary>The largest lane. No lane may be NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector512<float> x)
    {
        Vector256<float> half = Larger(x.GetLower(), x.GetUpper());
        float largest = half[0];
        for (int i = 1; i < 8; i++)
            largest = half[i] > largest ? half[i] : largest;
        return largest;
    }

    /// <summary>The larger of each pair of lanes; the second where either is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Larger(Vector512<float> a, Vector512<float> b) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(a, b), a, b);

    /// <summary>
    /// e^x with an error of about one unit in the last place; 0 below -87.33, e^88 above 88, NaN for NaN. The polynomial is that of
    /// the Cephes library's expf.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        Vector512<float> tooSmall = Vector512.LessThan(x, Vector512.Create(ExpLowest));
        x = Vector512.ConditionalSelect(tooSmall, Vector512<float>.Zero, x);
        x = Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512.Create(ExpHighest)), Vector512.Create(ExpHighest), x);
        Vector512<float> shift = Vector512.Create(RoundingShift);
        Vector512<float> shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(Log2E), shift);
        Vector512<float> n = shifted - shift;
        Vector512<float> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2High), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2Low), r);
        Vector512<float> p = Vector512.Create(1.9875691500e-4f);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.3981999507e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(8.3334519073e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(4.1665795894e-2f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.6666665459e-1f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(5.0000001201e-1f));
        p = Vector512.FusedMultiplyAdd(p, r * r, r + Vector512<float>.One);
        Vector512<int> exponent = shifted.AsInt32() - shift.AsInt32() + Vector512.Create(127);
        Vector512<float> power = Vector512.ShiftLeft(exponent, 23).AsSingle();
        return Vector512.ConditionalSelect(tooSmall, Vector512<float>.Zero, p * power);
    }

    private static Vector256<float> Larger(Vector256<float> a, Vector256<float> b) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), a, b);
}
