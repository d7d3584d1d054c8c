using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SynthFarm.Inference.Kernels;

/// <summary>Root-mean-square normalisation (Zhang and Sennrich, 2019): y = x / sqrt(mean(x^2) + epsilon) * weight.</summary>
internal static unsafe class RmsNorm
{
    /// <param name="rows">Number of vectors.</param>
    /// <param name="width">Length of a vector.</param>
    /// <param name="epsilon">Added to the mean square.</param>
    /// <param name="x">Input. (rows, width)</param>
    /// <param name="weight">Gain. (width)</param>
    /// <param name="y">Output, may be <paramref name="x"/>. (rows, width)</param>
    /// <param name="inverse">Receives the factor of each row for the backward pass, or null. (rows)</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(int rows, int width, float epsilon, float* x, float* weight, float* y, float* inverse = null)
    {
        for (int row = 0; row < rows; row++, x += width, y += width)
        {
            float factor = 1 / MathF.Sqrt(Lanes.Dot(x, x, width) / width + epsilon);
            if (inverse != null) inverse[row] = factor;
            Vector512<float> scale = Vector512.Create(factor);
            for (nint i = 0; i < width; i += Lanes.Count)
                Lanes.Store(Lanes.Load(x + i, width - i) * scale * Lanes.Load(weight + i, width - i), y + i, width - i);
        }
    }

    /// <summary>Adds the gradients of input and gain to <paramref name="dx"/> and <paramref name="dWeight"/>.</summary>
    /// <param name="rows">Number of vectors.</param>
    /// <param name="width">Length of a vector.</param>
    /// <param name="x">Input of the forward pass. (rows, width)</param>
    /// <param name="inverse">Factors of the forward pass. (rows)</param>
    /// <param name="weight">Gain. (width)</param>
    /// <param name="dy">Gradient of the output. (rows, width)</param>
    /// <param name="dx">Gradient of the input, added to. (rows, width)</param>
    /// <param name="dWeight">Gradient of the gain, added to. (width)</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(int rows, int width, float* x, float* inverse, float* weight, float* dy, float* dx, float* dWeight)
    {
        for (int row = 0; row < rows; row++, x += width, dy += width, dx += width)
        {
            Vector512<float> factor = Vector512.Create(inverse[row]), sum = default;
            for (nint i = 0; i < width; i += Lanes.Count)
            {
                Vector512<float> normal = Lanes.Load(x + i, width - i) * factor, gradient = Lanes.Load(dy + i, width - i);
                Lanes.Store(Vector512.FusedMultiplyAdd(gradient, normal, Lanes.Load(dWeight + i, width - i)), dWeight + i, width - i);
                sum = Vector512.FusedMultiplyAdd(gradient * Lanes.Load(weight + i, width - i), normal, sum);
            }

            Vector512<float> mean = Vector512.Create(Lanes.Sum(sum) / width);
            for (nint i = 0; i < width; i += Lanes.Count)
            {
                Vector512<float> normal = Lanes.Load(x + i, width - i) * factor;
                Vector512<float> gradient = Lanes.Load(dy + i, width - i) * Lanes.Load(weight + i, width - i) - normal * mean;
                Lanes.Store(Vector512.FusedMultiplyAdd(gradient, factor, Lanes.Load(dx + i, width - i)), dx + i, width - i);
            }
        }
    }
}
