using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SynthFarm.Inference.Kernels;

/// <summary>
/// Sixteen floats at a time with a short last group, so that an elementwise loop has one body. Sixteen lanes everywhere,
/// also where the processor has narrower registers, so that sums come out the same on all of them.
/// </summary>
internal static unsafe class Lanes
{
    public const int Count = 16;

    /// <summary>Loads up to 16 floats; missing lanes are zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(float* source, nint left) => left >= Count ? Vector512.Load(source) : LoadPart(source, left);

    /// <summary>Stores the first <paramref name="left"/> lanes, 16 at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> value, float* target, nint left)
    {
        if (left >= Count) value.Store(target);
        else StorePart(value, target, left);
    }

    /// <summary>Sum of the lanes, halves first: lane i meets i + 8, then i + 4, i + 2, i + 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> value)
    {
        Vector256<float> eight = value.GetLower() + value.GetUpper();
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector512<float> value)
    {
        Vector256<float> eight = Vector256.Max(value.GetLower(), value.GetUpper());
        Vector128<float> four = Vector128.Max(eight.GetLower(), eight.GetUpper());
        return MathF.Max(MathF.Max(four[0], four[2]), MathF.Max(four[1], four[3]));
    }

    /// <summary>Inner product over 16 chains.</summary>
    public static float Dot(float* x, float* y, nint length)
    {
        Vector512<float> sum = default;
        for (nint i = 0; i < length; i += Count)
            sum = Vector512.FusedMultiplyAdd(Load(x + i, length - i), Load(y + i, length - i), sum);
        return Sum(sum);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<float> LoadPart(float* source, nint left)
    {
        Vector512<float> value = default;
        float* lanes = (float*)&value;
        for (nint i = 0; i < left; i++) lanes[i] = source[i];
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StorePart(Vector512<float> value, float* target, nint left)
    {
        float* lanes = (float*)&value;
        for (nint i = 0; i < left; i++) target[i] = lanes[i];
    }
}
