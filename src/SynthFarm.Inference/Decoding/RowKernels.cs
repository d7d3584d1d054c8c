using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SynthFarm.Inference.Decoding;

/// <summary>
/// The steps of a decoder layer that look at one position only. Rows are padded with zeros to whole vectors of
/// <see cref="Lanes.Count"/> floats.
/// </summary>
internal static unsafe class RowKernels
{
    /// <summary>y = x / sqrt(mean(x^2) + epsilon) * weight (Zhang and Sennrich 2019, "Root Mean Square Layer Normalization").</summary>
    /// <param name="x">One row, padded. (padded width)</param>
    /// <param name="weight">Padded with zeros. (padded width)</param>
    /// <param name="y">Where the row goes. (padded width)</param>
    /// <param name="width">Values in the row, without the padding.</param>
    /// <param name="epsilon">Added to the mean square.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RmsNorm(float* x, float* weight, float* y, int width, float epsilon)
    {
        int padded = Lanes.RoundUp(width);
        Vector512<float> squares = default;
        for (int i = 0; i < padded; i += Lanes.Count)
        {
            Vector512<float> v = Vector512.Load(x + i);
            squares = Vector512.FusedMultiplyAdd(v, v, squares);
        }

        Vector512<float> scale = Vector512.Create(1f / MathF.Sqrt(Lanes.Sum(squares) / width + epsilon));
        for (int i = 0; i < padded; i += Lanes.Count)
            Vector512.Store(Vector512.Load(x + i) * scale * Vector512.Load(weight + i), y + i);
    }

    /// <summary>x += bias, in whole vectors; both padded.</summary>
    public static void Add(float* x, float* bias, int width)
    {
        for (int i = 0; i < width; i += Lanes.Count)
            Vector512.Store(Vector512.Load(x + i) + Vector512.Load(bias + i), x + i);
    }

    /// <summary>The same normalisation of one head in place, whatever lies behind it. (width)</summary>
    public static void RmsNormHead(Span<float> x, float* weight, float epsilon)
    {
        float squares = 0;
        foreach (float value in x)
            squares = MathF.FusedMultiplyAdd(value, value, squares);
        float scale = 1f / MathF.Sqrt(squares / x.Length + epsilon);
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] * scale * weight[i];
    }

    /// <summary>y = silu(gate) * up (Shazeer 2020, "GLU Variants Improve Transformer").</summary>
    /// <param name="gate">May be read beyond <paramref name="width"/>, up to whole vectors.</param>
    /// <param name="up">May be read beyond <paramref name="width"/>, up to whole vectors.</param>
    /// <param name="y">Written up to whole vectors.</param>
    /// <param name="width">Values in the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SwiGlu(float* gate, float* up, float* y, int width)
    {
        for (int i = 0; i < width; i += Lanes.Count)
        {
            Vector512<float> g = Vector512.Load(gate + i);
            Vector512<float> sigmoid = Vector512<float>.One / (Vector512<float>.One + Lanes.Exp(-g));
            Vector512.Store(g * sigmoid * Vector512.Load(up + i), y + i);
        }
    }
}
