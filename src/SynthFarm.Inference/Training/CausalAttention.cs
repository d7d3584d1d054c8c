using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>
/// Causal grouped-query attention over one sequence at a time, in blocks of rows so that little is computed above the diagonal.
/// The backward pass computes the probabilities anew from the log-sum-exp of each row (Dao et al., 2022).
/// </summary>
internal sealed unsafe class CausalAttention(LlamaConfig config) : IDisposable
{
    private const int RowBlock = 32;
    private readonly int _headDim = config.HeadDim;
    private readonly int _heads = config.Heads;
    private readonly int _group = config.Heads / config.KeyValueHeads;
    private readonly int _queryWidth = config.QueryWidth;
    private readonly int _width = config.QueryWidth + 2 * config.KeyValueWidth;
    private readonly float _scale = 1 / MathF.Sqrt(config.HeadDim);
    private NativeBuffer _scores = new(0); // (row block, length)
    private NativeBuffer _gradients = new(0); // (row block, length)

    /// <param name="length">Tokens of the sequence.</param>
    /// <param name="qkv">Queries, keys and values, rotated, side by side. (length, queries + 2 * keys)</param>
    /// <param name="output">(length, queries)</param>
    /// <param name="logSums">Log-sum-exp of each row of scores, for the backward pass. (length, heads)</param>
    public void Forward(int length, float* qkv, float* output, float* logSums)
    {
        int stride = Reserve(length);
        float* scores = _scores.Pointer;
        for (int head = 0; head < _heads; head++)
        {
            float* query = qkv + head * _headDim, key = Key(qkv, head), value = Value(qkv, head);
            for (int first = 0; first < length; first += RowBlock)
            {
                int rows = Math.Min(RowBlock, length - first), columns = first + rows;
                Gemm.Multiply(rows, columns, _headDim, query + (nint)first * _width, _width, 1, key, 1, _width, scores, stride, false);
                for (int row = 0; row < rows; row++)
                    logSums[(nint)(first + row) * _heads + head] = Softmax(scores + row * stride, first + row + 1, columns);
                Gemm.Multiply(
                    rows, _headDim, columns, scores, stride, 1, value, _width, 1, output + (nint)first * _queryWidth + head * _headDim, _queryWidth, false);
            }
        }
    }

    /// <param name="length">Tokens of the sequence.</param>
    /// <param name="qkv">As in the forward pass. (length, queries + 2 * keys)</param>
    /// <param name="output">Result of the forward pass. (length, queries)</param>
    /// <param name="logSums">From the forward pass. (length, heads)</param>
    /// <param name="dOutput">Gradient of the output. (length, queries)</param>
    /// <param name="dQkv">Gradient of queries, keys and values, overwritten. (length, queries + 2 * keys)</param>
    public void Backward(int length, float* qkv, float* output, float* logSums, float* dOutput, float* dQkv)
    {
        int stride = Reserve(length);
        float* scores = _scores.Pointer, gradients = _gradients.Pointer;
        new Span<float>(dQkv, checked(length * _width)).Clear();
        for (int head = 0; head < _heads; head++)
        {
            float* query = qkv + head * _headDim, key = Key(qkv, head), value = Value(qkv, head);
            float* dQuery = dQkv + head * _headDim, dKey = Key(dQkv, head), dValue = Value(dQkv, head);
            for (int first = 0; first < length; first += RowBlock)
            {
                int rows = Math.Min(RowBlock, length - first), columns = first + rows;
                float* blockQuery = query + (nint)first * _width;
                nint at = (nint)first * _queryWidth + head * _headDim;
                Gemm.Multiply(rows, columns, _headDim, blockQuery, _width, 1, key, 1, _width, scores, stride, false);
                Gemm.Multiply(rows, columns, _headDim, dOutput + at, _queryWidth, 1, value, 1, _width, gradients, stride, false);
                for (int row = 0; row < rows; row++)
                {
                    nint token = at + (nint)row * _queryWidth;
                    float mean = Lanes.Dot(output + token, dOutput + token, _headDim);
                    SoftmaxBackward(
                        scores + row * stride, gradients + row * stride, first + row + 1, columns, logSums[(nint)(first + row) * _heads + head], mean);
                }

                Gemm.Multiply(columns, _headDim, rows, scores, 1, stride, dOutput + at, _queryWidth, 1, dValue, _width, true);
                Gemm.Multiply(rows, _headDim, columns, gradients, stride, 1, key, _width, 1, dQuery + (nint)first * _width, _width, false);
                Gemm.Multiply(columns, _headDim, rows, gradients, 1, stride, blockQuery, _width, 1, dKey, _width, true);
            }
        }
    }

    public void Dispose()
    {
        _scores.Dispose();
        _gradients.Dispose();
    }

    private float* Key(float* row, int head) => row + _queryWidth + head / _group * _headDim;

    private float* Value(float* row, int head) => row + _queryWidth + (_width - _queryWidth) / 2 + head / _group * _headDim;

    private int Reserve(int length)
    {
        int stride = (length + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
        long needed = (long)RowBlock * stride;
        if (_scores.Length < needed)
        {
            Dispose();
            _scores = new NativeBuffer(2 * needed);
            _gradients = new NativeBuffer(2 * needed);
        }

        return stride;
    }

    /// <summary>Turns scores into probabilities over the visible columns, zero beyond, and returns the log-sum-exp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Softmax(float* scores, int visible, int columns)
    {
        float max = scores[0];
        for (int j = 1; j < visible; j++) max = MathF.Max(max, scores[j]);
        Vector512<float> scale = Vector512.Create(_scale), shift = Vector512.Create(-max * _scale), sum = default;
        for (nint j = 0; j < visible; j += Lanes.Count)
        {
            Vector512<float> power = VectorMath.Exp(Vector512.FusedMultiplyAdd(Lanes.Load(scores + j, visible - j), scale, shift));
            Lanes.Store(power, scores + j, visible - j);
            sum += Lanes.Load(scores + j, visible - j);
        }

        float total = Lanes.Sum(sum);
        Vector512<float> factor = Vector512.Create(1 / total);
        for (nint j = 0; j < visible; j += Lanes.Count)
            Lanes.Store(Lanes.Load(scores + j, visible - j) * factor, scores + j, visible - j);
        new Span<float>(scores + visible, columns - visible).Clear();
        return max * _scale + MathF.Log(total);
    }

    /// <summary>Turns scores into probabilities and the gradient of probabilities into that of scores before scaling.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SoftmaxBackward(float* scores, float* gradients, int visible, int columns, float logSum, float mean)
    {
        Vector512<float> scale = Vector512.Create(_scale), shift = Vector512.Create(-logSum), center = Vector512.Create(mean);
        for (nint j = 0; j < visible; j += Lanes.Count)
        {
            Vector512<float> probability = VectorMath.Exp(Vector512.FusedMultiplyAdd(Lanes.Load(scores + j, visible - j), scale, shift));
            Lanes.Store(probability, scores + j, visible - j);
            Lanes.Store(probability * (Lanes.Load(gradients + j, visible - j) - center) * scale, gradients + j, visible - j);
        }

        new Span<float>(scores + visible, columns - visible).Clear();
        new Span<float>(gradients + visible, columns - visible).Clear();
    }
}
