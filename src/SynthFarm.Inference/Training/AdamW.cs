using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SynthFarm.Inference.Kernels;

namespace SynthFarm.Inference.Training;

/// <summary>
/// AdamW (Loshchilov and Hutter, 2019) over the flat parameters, cut into fixed chunks so that any number of threads gives the
/// same sums.
/// </summary>
internal sealed unsafe class AdamW : IDisposable
{
    private const int ChunkLength = 16_384;
    private readonly (long Offset, int Length, bool Decays)[] _chunks;
    private readonly double[] _squares;

    public AdamW(ParameterLayout layout)
    {
        Mean = new NativeBuffer(layout.Length);
        Square = new NativeBuffer(layout.Length);
        _chunks =
        [
            .. from slice in layout.Slices
               from start in Enumerable.Range(0, (slice.Length + ChunkLength - 1) / ChunkLength).Select(i => i * ChunkLength)
               select (slice.Offset + start, Math.Min(ChunkLength, slice.Length - start), slice.Decays),
        ];
        _squares = new double[_chunks.Length];
    }

    /// <summary>Running mean of the gradient, laid out as the parameters.</summary>
    public NativeBuffer Mean { get; }

    /// <summary>Running mean of the squared gradient, laid out as the parameters.</summary>
    public NativeBuffer Square { get; }

    /// <summary>Norm of the whole gradient, once every part has been reduced.</summary>
    public double GradientNorm()
    {
        double sum = 0;
        foreach (double square in _squares) sum += square;
        return Math.Sqrt(sum);
    }

    /// <summary>Adds up the shards' gradients, in the order of shards, into those of the first; this call does every <paramref name="parts"/>-th chunk.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Reduce(ReadOnlySpan<NativeBuffer> gradients, int part, int parts)
    {
        for (int chunk = part; chunk < _chunks.Length; chunk += parts)
        {
            (long offset, int length, _) = _chunks[chunk];
            float* total = gradients[0].Pointer + offset;
            double square = 0;
            for (int shard = 1; shard < gradients.Length; shard++)
            {
                float* other = gradients[shard].Pointer + offset;
                for (nint i = 0; i < length; i += Lanes.Count)
                    Lanes.Store(Lanes.Load(total + i, length - i) + Lanes.Load(other + i, length - i), total + i, length - i);
            }

            // Sums of 256 in single precision, then in double.
            for (int i = 0; i < length; i += 256) square += Lanes.Dot(total + i, total + i, Math.Min(256, length - i));
            _squares[chunk] = square;
        }
    }

    /// <summary>Updates every <paramref name="parts"/>-th chunk of the parameters.</summary>
    /// <param name="options">Betas, epsilon, weight decay.</param>
    /// <param name="step">Number of this update, from 1.</param>
    /// <param name="learningRate">Rate of this update.</param>
    /// <param name="gradientScale">Factor of the gradient, from clipping.</param>
    /// <param name="parameters">Flat parameters.</param>
    /// <param name="gradients">Flat gradients.</param>
    /// <param name="part">First chunk.</param>
    /// <param name="parts">Distance between chunks.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Update(
        TrainerOptions options, long step, double learningRate, float gradientScale, float* parameters, float* gradients, int part, int parts)
    {
        Vector512<float> scale = Vector512.Create(gradientScale);
        Vector512<float> beta1 = Vector512.Create((float)options.Beta1), rest1 = Vector512.Create((float)(1 - options.Beta1));
        Vector512<float> beta2 = Vector512.Create((float)options.Beta2), rest2 = Vector512.Create((float)(1 - options.Beta2));
        Vector512<float> rate = Vector512.Create((float)(learningRate / (1 - Math.Pow(options.Beta1, step))));
        Vector512<float> correction = Vector512.Create((float)(1 / (1 - Math.Pow(options.Beta2, step))));
        Vector512<float> epsilon = Vector512.Create((float)options.Epsilon);
        for (int chunk = part; chunk < _chunks.Length; chunk += parts)
        {
            (long offset, int length, bool decays) = _chunks[chunk];
            float* p = parameters + offset, g = gradients + offset, m = Mean.Pointer + offset, v = Square.Pointer + offset;
            Vector512<float> keep = Vector512.Create((float)(1 - (decays ? learningRate * options.WeightDecay : 0)));
            for (nint i = 0; i < length; i += Lanes.Count)
            {
                nint left = length - i;
                Vector512<float> gradient = Lanes.Load(g + i, left) * scale;
                Vector512<float> mean = Vector512.FusedMultiplyAdd(beta1, Lanes.Load(m + i, left), rest1 * gradient);
                Vector512<float> square = Vector512.FusedMultiplyAdd(beta2, Lanes.Load(v + i, left), rest2 * gradient * gradient);
                Lanes.Store(mean, m + i, left);
                Lanes.Store(square, v + i, left);
                Vector512<float> change = rate * mean / (Vector512.Sqrt(square * correction) + epsilon);
                Lanes.Store(Lanes.Load(p + i, left) * keep - change, p + i, left);
            }
        }
    }

    public void Dispose()
    {
        Mean.Dispose();
        Square.Dispose();
    }
}
