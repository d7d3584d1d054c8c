using System.Runtime.Intrinsics;
using SynthFarm.Inference.Decoding;

namespace SynthFarm.Inference.Sampling;

/// <summary>Sums of exponentials over a vocabulary, in an order that depends on the vocabulary's size alone.</summary>
internal static class Softmax
{
    /// <summary>Tokens whose weights are summed in single precision before they join the double-precision total.</summary>
    public const int Chunk = 64;

    /// <summary>The largest value.</summary>
    /// <exception cref="NonFiniteLogitsException">A value is NaN or infinite.</exception>
    public static float CheckedMax(ReadOnlySpan<float> logits)
    {
        Vector512<float> largest = Vector512.Create(float.NegativeInfinity);
        Vector512<float> check = default;
        int i = 0;
        for (; i + Lanes.Count <= logits.Length; i += Lanes.Count)
        {
            Vector512<float> x = Vector512.Create(logits[i..]);
            largest = Lanes.Larger(x, largest);
            // 0 for every finite number, NaN for the others.
            check += x * Vector512<float>.Zero;
        }

        float max = Lanes.Max(largest);
        float rest = Lanes.Sum(check);
        for (; i < logits.Length; i++)
        {
            max = MathF.Max(max, logits[i]);
            rest += logits[i] * 0f;
        }

        if (rest != 0)
            throw new NonFiniteLogitsException("The model gave a logit that is not a finite number.");
        return max;
    }

    /// <summary>Writes e^((x - max) * scale) and returns the sum; sums of whole chunks go to <paramref name="chunks"/>.</summary>
    /// <param name="logits">(vocabulary)</param>
    /// <param name="max">Their largest, so that no exponential overflows.</param>
    /// <param name="scale">1 / temperature.</param>
    /// <param name="weights">(vocabulary)</param>
    /// <param name="chunks">One sum for every <see cref="Chunk"/> tokens begun.</param>
    public static double Weights(ReadOnlySpan<float> logits, float max, float scale, Span<float> weights, Span<double> chunks)
    {
        double total = 0;
        for (int chunk = 0, first = 0; first < logits.Length; chunk++, first += Chunk)
        {
            int end = Math.Min(first + Chunk, logits.Length);
            Vector512<float> sum = default;
            int i = first;
            for (; i + Lanes.Count <= end; i += Lanes.Count)
            {
                Vector512<float> e = Lanes.Exp((Vector512.Create(logits[i..]) - Vector512.Create(max)) * Vector512.Create(scale));
                e.CopyTo(weights[i..]);
                sum += e;
            }

            chunks[chunk] = Lanes.Sum(sum);
            if (i < end)
                chunks[chunk] += Tail(logits[i..end], max, scale, weights[i..end]);
            total += chunks[chunk];
        }

        return total;
    }

    private static double Tail(ReadOnlySpan<float> logits, float max, float scale, Span<float> weights)
    {
        Span<float> padded = stackalloc float[Lanes.Count];
        padded.Fill(float.NegativeInfinity);
        logits.CopyTo(padded);
        Vector512<float> e = Lanes.Exp((Vector512.Create<float>(padded) - Vector512.Create(max)) * Vector512.Create(scale));
        e.CopyTo(padded);
        padded[..logits.Length].CopyTo(weights);
        return Lanes.Sum(e);
    }
}
