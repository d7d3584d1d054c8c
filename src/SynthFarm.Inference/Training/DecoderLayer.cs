using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>Forward and backward pass of one decoder layer over a micro-batch.</summary>
internal sealed unsafe class DecoderLayer(ParameterLayout layout, int layer, CausalAttention attention)
{
    private readonly LlamaConfig _config = layout.Config;
    private readonly long _attentionNorm = layout.Offset(LlamaTensors.AttentionNorm(layer));
    private readonly long _qkv = layout.Offset(LlamaTensors.Query(layer));
    private readonly long _attentionOutput = layout.Offset(LlamaTensors.AttentionOutput(layer));
    private readonly long _mlpNorm = layout.Offset(LlamaTensors.MlpNorm(layer));
    private readonly long _gateUp = layout.Offset(LlamaTensors.Gate(layer));
    private readonly long _down = layout.Offset(LlamaTensors.Down(layer));

    private int QkvWidth => _config.QueryWidth + 2 * _config.KeyValueWidth;

    /// <param name="batch">The sequences.</param>
    /// <param name="rotary">Rotary angles for at least the longest sequence.</param>
    /// <param name="parameters">Flat parameters.</param>
    /// <param name="kept">Activations; the input is already in them.</param>
    /// <param name="output">Residual stream after the layer. (tokens, hidden)</param>
    public void Forward(MicroBatch batch, RotaryTable rotary, float* parameters, LayerActivations kept, float* output)
    {
        int tokens = batch.Tokens.Length, hidden = _config.HiddenSize, intermediate = _config.IntermediateSize;
        float* input = kept.Input.Pointer, normal = kept.AttentionInput.Pointer, qkv = kept.Qkv.Pointer, mixed = kept.Attention.Pointer, middle = kept.Middle.Pointer;
        RmsNorm.Forward(tokens, hidden, _config.RmsNormEpsilon, input, parameters + _attentionNorm, normal, kept.AttentionInverse.Pointer);
        Product(tokens, QkvWidth, hidden, normal, parameters + _qkv, qkv, false);
        for (int sequence = 0; sequence < batch.Sequences; sequence++)
        {
            int start = batch.Start(sequence), length = batch.Length(sequence);
            float* rows = qkv + (nint)start * QkvWidth;
            for (int position = 0; position < length; position++)
                rotary.Rotate(rows + (nint)position * QkvWidth, _config.Heads + _config.KeyValueHeads, position);
            attention.Forward(length, rows, mixed + (nint)start * _config.QueryWidth, kept.LogSums.Pointer + (nint)start * _config.Heads);
        }

        Copy(input, middle, (long)tokens * hidden);
        Product(tokens, hidden, _config.QueryWidth, mixed, parameters + _attentionOutput, middle, true);
        RmsNorm.Forward(tokens, hidden, _config.RmsNormEpsilon, middle, parameters + _mlpNorm, kept.MlpInput.Pointer, kept.MlpInverse.Pointer);
        Product(tokens, 2 * intermediate, hidden, kept.MlpInput.Pointer, parameters + _gateUp, kept.GateUp.Pointer, false);
        SwiGlu.Forward(tokens, intermediate, kept.GateUp.Pointer, kept.Gated.Pointer);
        Copy(middle, output, (long)tokens * hidden);
        Product(tokens, hidden, intermediate, kept.Gated.Pointer, parameters + _down, output, true);
    }

    /// <param name="batch">The sequences.</param>
    /// <param name="rotary">As in the forward pass.</param>
    /// <param name="parameters">Flat parameters.</param>
    /// <param name="gradients">Flat gradients, added to.</param>
    /// <param name="kept">Activations of the forward pass.</param>
    /// <param name="work">Scratch.</param>
    /// <param name="dx">Gradient of the residual stream: after the layer on entry, before it on return. (tokens, hidden)</param>
    public void Backward(
        MicroBatch batch, RotaryTable rotary, float* parameters, float* gradients, LayerActivations kept, BackwardScratch work, float* dx)
    {
        int tokens = batch.Tokens.Length, hidden = _config.HiddenSize, intermediate = _config.IntermediateSize, queries = _config.QueryWidth;
        float* dNormal = work.Normal.Pointer, dWide = work.Wide.Pointer, dNarrow = work.Narrow.Pointer;
        ProductBackward(tokens, hidden, intermediate, dx, kept.Gated.Pointer, parameters + _down, dNarrow, gradients + _down);
        SwiGlu.Backward(tokens, intermediate, kept.GateUp.Pointer, dNarrow, dWide);
        ProductBackward(tokens, 2 * intermediate, hidden, dWide, kept.MlpInput.Pointer, parameters + _gateUp, dNormal, gradients + _gateUp);
        RmsNorm.Backward(
            tokens, hidden, kept.Middle.Pointer, kept.MlpInverse.Pointer, parameters + _mlpNorm, dNormal, dx, gradients + _mlpNorm);

        ProductBackward(tokens, hidden, queries, dx, kept.Attention.Pointer, parameters + _attentionOutput, dNarrow, gradients + _attentionOutput);
        for (int sequence = 0; sequence < batch.Sequences; sequence++)
        {
            int start = batch.Start(sequence), length = batch.Length(sequence);
            float* dRows = dWide + (nint)start * QkvWidth;
            attention.Backward(
                length, kept.Qkv.Pointer + (nint)start * QkvWidth, kept.Attention.Pointer + (nint)start * queries,
                kept.LogSums.Pointer + (nint)start * _config.Heads, dNarrow + (nint)start * queries, dRows);
            for (int position = 0; position < length; position++)
                rotary.RotateBack(dRows + (nint)position * QkvWidth, _config.Heads + _config.KeyValueHeads, position);
        }

        ProductBackward(tokens, QkvWidth, hidden, dWide, kept.AttentionInput.Pointer, parameters + _qkv, dNormal, gradients + _qkv);
        RmsNorm.Backward(
            tokens, hidden, kept.Input.Pointer, kept.AttentionInverse.Pointer, parameters + _attentionNorm, dNormal, dx, gradients + _attentionNorm);
    }

    /// <summary>y (rows, outputs) = [y +] x (rows, inputs) W^T.</summary>
    private static void Product(int rows, int outputs, int inputs, float* x, float* weight, float* y, bool accumulate) =>
        Gemm.Multiply(rows, outputs, inputs, x, inputs, 1, weight, 1, inputs, y, outputs, accumulate);

    /// <summary>dx = dy W, and dW += dy^T x.</summary>
    private static void ProductBackward(int rows, int outputs, int inputs, float* dy, float* x, float* weight, float* dx, float* dWeight)
    {
        Gemm.Multiply(outputs, inputs, rows, dy, 1, outputs, x, inputs, 1, dWeight, inputs, true);
        Gemm.Multiply(rows, inputs, outputs, dy, outputs, 1, weight, inputs, 1, dx, inputs, false);
    }

    private static void Copy(float* source, float* target, long count) =>
        Buffer.MemoryCopy(source, target, count * sizeof(float), count * sizeof(float));
}
