using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SynthFarm.Inference.Decoding;

/// <summary>
/// Softmax attention of one query of one head over the blocks of its sequence. The order of every sum depends on positions alone:
/// not on what else is computed, how the sequence came about, or who computes it.
/// </summary>
internal static unsafe class AttentionKernel
{
    private const int Block = KvLayout.BlockPositions;

    /// <summary>
    /// output = softmax(query K^T) V over the positions from <paramref name="skipped"/> to, not including, <paramref name="count"/>.
    /// </summary>
    /// <param name="query">Already scaled by 1 / sqrt(head_dim). (head_dim)</param>
    /// <param name="blocks">The sequence's blocks in order.</param>
    /// <param name="keys">Offset of the head's keys in a block. (head_dim, 16)</param>
    /// <param name="values">Offset of the head's values in a block. (16, value stride)</param>
    /// <param name="headDim">Width of the head.</param>
    /// <param name="valueStride">The same in whole vectors.</param>
    /// <param name="skipped">Positions before the window, 0 where there is none.</param>
    /// <param name="count">Positions there are, more than <paramref name="skipped"/>.</param>
    /// <param name="scores">Scratch for <paramref name="count"/> floats in whole vectors.</param>
    /// <param name="output">(value stride)</param>
    public static void Attend(
        float* query, float** blocks, int keys, int values, int headDim, int valueStride, int skipped, int count, float* scores, float* output)
    {
        // Whole blocks before the window are not looked at; what is left of it in the first block gets no weight.
        blocks += skipped / Block;
        count -= skipped / Block * Block;
        skipped %= Block;
        Scores(query, blocks, keys, headDim, count, scores);
        for (int t = 0; t < skipped; t++)
            scores[t] = float.NegativeInfinity;
        float scale = 1f / Softmax(scores, count);
        int column = 0;
        for (; column + 2 * Lanes.Count <= valueStride; column += 2 * Lanes.Count)
            TwoVectors(blocks, values + column, valueStride, count, scores, scale, output + column);
        if (column < valueStride)
            OneVector(blocks, values + column, valueStride, count, scores, scale, output + column);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scores(float* query, float** blocks, int keys, int headDim, int count, float* scores)
    {
        int block = 0;
        int blockCount = KvLayout.BlocksFor(count);
        for (; block + 4 <= blockCount; block += 4)
        {
            float* k0 = blocks[block] + keys, k1 = blocks[block + 1] + keys, k2 = blocks[block + 2] + keys, k3 = blocks[block + 3] + keys;
            Vector512<float> s0 = default, s1 = default, s2 = default, s3 = default;
            for (int d = 0; d < headDim; d++)
            {
                Vector512<float> q = Vector512.Create(query[d]);
                s0 = Vector512.FusedMultiplyAdd(q, Vector512.Load(k0 + d * Block), s0);
                s1 = Vector512.FusedMultiplyAdd(q, Vector512.Load(k1 + d * Block), s1);
                s2 = Vector512.FusedMultiplyAdd(q, Vector512.Load(k2 + d * Block), s2);
                s3 = Vector512.FusedMultiplyAdd(q, Vector512.Load(k3 + d * Block), s3);
            }

            s0.Store(scores + block * Block);
            s1.Store(scores + (block + 1) * Block);
            s2.Store(scores + (block + 2) * Block);
            s3.Store(scores + (block + 3) * Block);
        }

        for (; block < blockCount; block++)
        {
            float* k = blocks[block] + keys;
            Vector512<float> s = default;
            for (int d = 0; d < headDim; d++)
                s = Vector512.FusedMultiplyAdd(Vector512.Create(query[d]), Vector512.Load(k + d * Block), s);
            s.Store(scores + block * Block);
        }

        // What lies beyond the last position is left over from other sequences.
        for (int t = count; t < blockCount * Block; t++)
            scores[t] = float.NegativeInfinity;
    }

    /// <summary>Replaces scores by e^(score - max) and returns their sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Softmax(float* scores, int count)
    {
        Vector512<float> largest = Vector512.Create(float.NegativeInfinity);
        for (int t = 0; t < count; t += Lanes.Count)
            largest = Lanes.Larger(Vector512.Load(scores + t), largest);
        Vector512<float> max = Vector512.Create(Lanes.Max(largest));
        Vector512<float> sum = default;
        for (int t = 0; t < count; t += Lanes.Count)
        {
            Vector512<float> e = Lanes.Exp(Vector512.Load(scores + t) - max);
            e.Store(scores + t);
            sum += e;
        }

        return Lanes.Sum(sum);
    }

    // Positions are dealt to four chains of additions in turn, so that one addition need not wait for the one before it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TwoVectors(float** blocks, int values, int stride, int count, float* weights, float scale, float* output)
    {
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector512<float> b0 = default, b1 = default, b2 = default, b3 = default;
        for (int first = 0; first < count; first += Block, weights += Block)
        {
            float* v = blocks[first / Block] + values;
            int n = Math.Min(Block, count - first);
            int t = 0;
            for (; t + 4 <= n; t += 4, v += 4 * stride)
            {
                Vector512<float> w = Vector512.Create(weights[t]);
                a0 = Vector512.FusedMultiplyAdd(w, Vector512.Load(v), a0);
                b0 = Vector512.FusedMultiplyAdd(w, Vector512.Load(v + Lanes.Count), b0);
                w = Vector512.Create(weights[t + 1]);
                a1 = Vector512.FusedMultiplyAdd(w, Vector512.Load(v + stride), a1);
                b1 = Vector512.FusedMultiplyAdd(w, Vector512.Load(v + stride + Lanes.Count), b1);
                w = Vector512.Create(weights[t + 2]);
                a2 = Vector512.FusedMultiplyAdd(w, Vector512.Load(v + 2 * stride), a2);
                b2 = Vector512.FusedMultiplyAdd(w, Vector512.Load(v + 2 * stride + Lanes.Count), b2);
                w = Vector512.Create(weights[t + 3]);
                a3 = Vector512.FusedMultiplyAdd(w, Vector512.Load(v + 3 * stride), a3);
                b3 = Vector512.FusedMultiplyAdd(w, Vector512.Load(v + 3 * stride + Lanes.Count), b3);
            }

            // At most three are left, and only in the last block: the chains' turns stay in order.
            for (; t < n; t++, v += stride)
            {
                Vector512<float> w = Vector512.Create(weights[t]);
                Vector512<float> x = Vector512.Load(v), y = Vector512.Load(v + Lanes.Count);
                switch (t % 4)
                {
                    case 0: a0 = Vector512.FusedMultiplyAdd(w, x, a0); b0 = Vector512.FusedMultiplyAdd(w, y, b0); break;
                    case 1: a1 = Vector512.FusedMultiplyAdd(w, x, a1); b1 = Vector512.FusedMultiplyAdd(w, y, b1); break;
                    default: a2 = Vector512.FusedMultiplyAdd(w, x, a2); b2 = Vector512.FusedMultiplyAdd(w, y, b2); break;
                }
            }
        }

        Vector512.Store((a0 + a1 + (a2 + a3)) * Vector512.Create(scale), output);
        Vector512.Store((b0 + b1 + (b2 + b3)) * Vector512.Create(scale), output + Lanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneVector(float** blocks, int values, int stride, int count, float* weights, float scale, float* output)
    {
        Vector512<float> sum = default;
        for (int first = 0; first < count; first += Block, weights += Block)
        {
            float* v = blocks[first / Block] + values;
            int n = Math.Min(Block, count - first);
            for (int t = 0; t < n; t++, v += stride)
                sum = Vector512.FusedMultiplyAdd(Vector512.Create(weights[t]), Vector512.Load(v), sum);
        }

        Vector512.Store(sum * Vector512.Create(scale), output);
    }
}
