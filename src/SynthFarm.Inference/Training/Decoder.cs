using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>
/// Loss and gradient of a whole model over micro-batches, on the calling thread, with activations of its own. Buffers grow to
/// the largest micro-batch seen and are then reused.
/// </summary>
internal sealed unsafe class Decoder : IDisposable
{
    /// <summary>Rows of logits held at once: few enough that they stay in the second-level cache for small vocabularies.</summary>
    private const int HeadRows = 256;

    private readonly LlamaConfig _config;
    private readonly DecoderLayer[] _layers;
    private readonly CausalAttention _attention;
    private readonly IModelHead _head;
    private readonly long _embedding;
    private readonly long _finalNorm;
    private readonly NativeBuffer _headHidden, _headInput, _headInverse, _dHead, _dHeadInput; // (head rows, hidden), the inverse (head rows)
    private LayerActivations[] _kept = [];
    private BackwardScratch? _work;
    private NativeBuffer _final = new(0), _dx = new(0); // (tokens, hidden)
    private RotaryTable _rotary;
    private int _capacity;

    public Decoder(ParameterLayout layout)
    {
        _config = layout.Config;
        _attention = new CausalAttention(_config);
        _layers = [.. Enumerable.Range(0, _config.Layers).Select(layer => new DecoderLayer(layout, layer, _attention))];
        _head = _config.Head == LlamaHead.Score ? new RewardHead(layout, HeadRows) : new LanguageModelHead(layout, HeadRows);
        _embedding = layout.Offset(LlamaTensors.Embedding);
        _finalNorm = layout.Offset(LlamaTensors.FinalNorm);
        _rotary = new RotaryTable(Math.Min(_config.MaxPositions, 256), _config.HeadDim, _config.RopeTheta);
        long size = (long)HeadRows * _config.HiddenSize;
        (_headHidden, _headInput, _headInverse, _dHead, _dHeadInput) = (new(size), new(size), new(HeadRows), new(size), new(size));
    }

    /// <summary>Adds the gradient of one micro-batch and returns its sum of weighted losses.</summary>
    /// <param name="batch">The sequences, with at least one token.</param>
    /// <param name="scale">Factor of the loss: one by the total weight of the whole batch.</param>
    /// <param name="parameters">Flat parameters.</param>
    /// <param name="gradients">Flat gradients, added to.</param>
    public double Backward(MicroBatch batch, float scale, float* parameters, float* gradients)
    {
        Reserve(batch);
        Forward(batch, parameters);
        _dx.Clear();
        double loss = 0;
        for (int first = 0; first < batch.Rows.Length; first += HeadRows)
            loss += HeadBackward(batch.Rows[first..Math.Min(first + HeadRows, batch.Rows.Length)], scale, parameters, gradients);
        for (int layer = _config.Layers - 1; layer >= 0; layer--)
            _layers[layer].Backward(batch, _rotary, parameters, gradients, _kept[layer], _work!, _dx.Pointer);
        int hidden = _config.HiddenSize;
        ReadOnlySpan<int> tokens = batch.Tokens;
        for (int i = 0; i < tokens.Length; i++)
            Add(_dx.Pointer + (nint)i * hidden, gradients + _embedding + (nint)tokens[i] * hidden, hidden);

        return loss;
    }

    public void Dispose()
    {
        foreach (NativeBuffer buffer in new[] { _headHidden, _headInput, _headInverse, _dHead, _dHeadInput, _final, _dx }) buffer.Dispose();
        foreach (LayerActivations kept in _kept) kept.Dispose();
        _work?.Dispose();
        _attention.Dispose();
        _head.Dispose();
        _rotary.Dispose();
    }

    private static void Add(float* source, float* target, int length)
    {
        for (nint i = 0; i < length; i += Lanes.Count)
            Lanes.Store(Lanes.Load(target + i, length - i) + Lanes.Load(source + i, length - i), target + i, length - i);
    }

    private void Forward(MicroBatch batch, float* parameters)
    {
        int hidden = _config.HiddenSize;
        ReadOnlySpan<int> tokens = batch.Tokens;
        for (int i = 0; i < tokens.Length; i++)
            Row(parameters + _embedding, tokens[i]).CopyTo(Row(_kept[0].Input.Pointer, i));
        for (int layer = 0; layer < _config.Layers; layer++)
            _layers[layer].Forward(
                batch, _rotary, parameters, _kept[layer], layer + 1 < _config.Layers ? _kept[layer + 1].Input.Pointer : _final.Pointer);

        Span<float> Row(float* matrix, int row) => new(matrix + (nint)row * hidden, hidden);
    }

    /// <summary>Final norm and head of some rows only; adds the gradient to their rows of the residual stream.</summary>
    private double HeadBackward(ReadOnlySpan<LossRow> rows, float scale, float* parameters, float* gradients)
    {
        int hidden = _config.HiddenSize;
        for (int i = 0; i < rows.Length; i++)
            new Span<float>(_final.Pointer + (nint)rows[i].Row * hidden, hidden).CopyTo(_headHidden.Span.Slice(i * hidden, hidden));
        RmsNorm.Forward(
            rows.Length, hidden, _config.RmsNormEpsilon, _headHidden.Pointer, parameters + _finalNorm, _headInput.Pointer, _headInverse.Pointer);
        double loss = _head.Backward(rows, _headInput.Pointer, scale, parameters, gradients, _dHeadInput.Pointer);
        _dHead.Clear();
        RmsNorm.Backward(
            rows.Length, hidden, _headHidden.Pointer, _headInverse.Pointer, parameters + _finalNorm, _dHeadInput.Pointer, _dHead.Pointer, gradients + _finalNorm);
        for (int i = 0; i < rows.Length; i++)
            Add(_dHead.Pointer + (nint)i * hidden, _dx.Pointer + (nint)rows[i].Row * hidden, hidden);
        return loss;
    }

    private void Reserve(MicroBatch batch)
    {
        int longest = 0;
        for (int sequence = 0; sequence < batch.Sequences; sequence++) longest = Math.Max(longest, batch.Length(sequence));
        if (longest > _rotary.Positions)
        {
            _rotary.Dispose();
            _rotary = new RotaryTable(Math.Min(_config.MaxPositions, 2 * longest), _config.HeadDim, _config.RopeTheta);
        }

        int tokens = batch.Tokens.Length;
        if (tokens <= _capacity) return;
        _capacity = tokens + tokens / 4;
        foreach (LayerActivations kept in _kept) kept.Dispose();
        _work?.Dispose();
        _final.Dispose();
        _dx.Dispose();
        _kept = [.. Enumerable.Range(0, _config.Layers).Select(_ => new LayerActivations(_config, _capacity))];
        _work = new BackwardScratch(_config, _capacity);
        _final = new NativeBuffer((long)_capacity * _config.HiddenSize);
        _dx = new NativeBuffer((long)_capacity * _config.HiddenSize);
    }
}
