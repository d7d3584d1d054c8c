using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Decoding;

/// <summary>Activations of one piece of a batch. Grows to the largest piece seen; strides are in floats.</summary>
internal sealed unsafe class DecoderScratch(LlamaConfig config) : IDisposable
{
    private NativeBuffer? _rows;
    private NativeBuffer? _scores;
    private int _rowCapacity;

    public int HiddenStride { get; } = Lanes.RoundUp(config.HiddenSize);

    // One vector more than needed, because heads and gates are read and written in whole vectors.
    public int QkvStride { get; } = Lanes.RoundUp(config.QueryWidth + 2 * config.KeyValueWidth) + Lanes.Count;

    public int AttentionStride { get; } = Lanes.RoundUp(config.QueryWidth) + Lanes.Count;

    public int GateUpStride { get; } = Lanes.RoundUp(2 * config.IntermediateSize) + Lanes.Count;

    // A deep head keeps its hidden layer here.
    public int ActivationStride { get; } = Lanes.RoundUp(config.HeadIsDeep ? Math.Max(config.IntermediateSize, config.HiddenSize) : config.IntermediateSize);

    public float* Residual { get; private set; } // (rows, hidden)

    public float* Normed { get; private set; } // (rows, hidden)

    public float* Qkv { get; private set; } // (rows, query + key + value)

    public float* Attention { get; private set; } // (rows, query)

    public float* GateUp { get; private set; } // (rows, 2 intermediate)

    public float* Activation { get; private set; } // (rows, intermediate)

    /// <summary>Attention weights of one query, then room for one head's output.</summary>
    public float* Scores { get; private set; }

    /// <summary>Makes room for this many rows and for attention over this many positions.</summary>
    public void Reach(int rows, int positions)
    {
        if (rows > _rowCapacity)
        {
            _rows?.Dispose();
            _rowCapacity = Math.Max(rows, Math.Min(2 * _rowCapacity, _rowCapacity + 256));
            long perRow = 2 * HiddenStride + QkvStride + AttentionStride + GateUpStride + ActivationStride;
            _rows = new NativeBuffer(_rowCapacity * perRow);
            Residual = _rows.Pointer;
            Normed = Residual + (nint)_rowCapacity * HiddenStride;
            Qkv = Normed + (nint)_rowCapacity * HiddenStride;
            Attention = Qkv + (nint)_rowCapacity * QkvStride;
            GateUp = Attention + (nint)_rowCapacity * AttentionStride;
            Activation = GateUp + (nint)_rowCapacity * GateUpStride;
        }

        long scores = Lanes.RoundUp(positions) + Lanes.RoundUp(config.HeadDim);
        if (_scores is null || _scores.Length < scores)
        {
            _scores?.Dispose();
            _scores = new NativeBuffer(2 * scores);
            Scores = _scores.Pointer;
        }
    }

    public void Dispose()
    {
        _rows?.Dispose();
        _scores?.Dispose();
    }
}
