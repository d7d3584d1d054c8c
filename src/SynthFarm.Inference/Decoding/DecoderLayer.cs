using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Decoding;

/// <summary>One layer's weights, packed; what reads the same input is one matrix.</summary>
internal sealed class DecoderLayer : IDisposable
{
    public DecoderLayer(LlamaWeights weights, int layer)
    {
        LlamaConfig config = weights.Config;
        AttentionNorm = Norm(weights[LlamaTensors.AttentionNorm(layer)]);
        MlpNorm = Norm(weights[LlamaTensors.MlpNorm(layer)]);
        QueryKeyValue = new PackedMatrix(
            [.. weights[LlamaTensors.Query(layer)], .. weights[LlamaTensors.Key(layer)], .. weights[LlamaTensors.Value(layer)]],
            config.QueryWidth + 2 * config.KeyValueWidth, config.HiddenSize);
        AttentionOutput = new PackedMatrix(weights[LlamaTensors.AttentionOutput(layer)], config.HiddenSize, config.QueryWidth);
        GateUp = new PackedMatrix(
            [.. weights[LlamaTensors.Gate(layer)], .. weights[LlamaTensors.Up(layer)]], 2 * config.IntermediateSize, config.HiddenSize);
        Down = new PackedMatrix(weights[LlamaTensors.Down(layer)], config.HiddenSize, config.IntermediateSize);
    }

    public NativeBuffer AttentionNorm { get; } // (padded hidden)

    public PackedMatrix QueryKeyValue { get; } // (query + key + value, hidden)

    public PackedMatrix AttentionOutput { get; } // (hidden, query)

    public NativeBuffer MlpNorm { get; } // (padded hidden)

    public PackedMatrix GateUp { get; } // (2 intermediate, hidden)

    public PackedMatrix Down { get; } // (hidden, intermediate)

    /// <summary>A norm's weights, padded with zeros to whole vectors.</summary>
    public static NativeBuffer Norm(float[] values)
    {
        var buffer = new NativeBuffer(Lanes.RoundUp(values.Length));
        values.CopyTo(buffer.Span);
        return buffer;
    }

    public void Dispose()
    {
        AttentionNorm.Dispose();
        QueryKeyValue.Dispose();
        AttentionOutput.Dispose();
        MlpNorm.Dispose();
        GateUp.Dispose();
        Down.Dispose();
    }
}
