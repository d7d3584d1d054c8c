using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Decoding;

/// <summary>One layer's weights, packed; what reads the same input is one matrix. What a family does not have is null.</summary>
internal sealed class DecoderLayer : IDisposable
{
    public DecoderLayer(LlamaConfig config, WeightReader reader, int layer)
    {
        AttentionNorm = reader.Vector(LlamaTensors.AttentionNorm(layer));
        MlpNorm = reader.Vector(LlamaTensors.MlpNorm(layer));
        QueryKeyValue = reader.Matrix(LlamaTensors.Query(layer), LlamaTensors.Key(layer), LlamaTensors.Value(layer));
        AttentionOutput = reader.Matrix(LlamaTensors.AttentionOutput(layer));
        GateUp = reader.Matrix(LlamaTensors.Gate(layer), LlamaTensors.Up(layer));
        Down = reader.Matrix(LlamaTensors.Down(layer));
        Window = config.WindowOf(layer) ?? int.MaxValue;
        if (config.QueryKeyValueBias)
            QueryKeyValueBias = reader.Vector(LlamaTensors.QueryBias(layer), LlamaTensors.KeyBias(layer), LlamaTensors.ValueBias(layer));
        if (config.AttentionOutputBias)
            AttentionOutputBias = reader.Vector(LlamaTensors.AttentionOutputBias(layer));
        if (config.QueryKeyNorm)
            (QueryNorm, KeyNorm) = (reader.Vector(LlamaTensors.QueryNorm(layer)), reader.Vector(LlamaTensors.KeyNorm(layer)));
        if (config.MlpBias)
            (GateUpBias, DownBias) = (reader.Vector(LlamaTensors.GateBias(layer), LlamaTensors.UpBias(layer)), reader.Vector(LlamaTensors.DownBias(layer)));
    }

    public NativeBuffer AttentionNorm { get; } // (padded hidden)

    public PackedMatrix QueryKeyValue { get; } // (query + key + value, hidden)

    public NativeBuffer? QueryKeyValueBias { get; } // (query + key + value, padded)

    public NativeBuffer? QueryNorm { get; } // (padded head_dim)

    public NativeBuffer? KeyNorm { get; } // (padded head_dim)

    /// <summary>Positions a query attends to, its own included; no bound where it is the largest integer.</summary>
    public int Window { get; }

    public PackedMatrix AttentionOutput { get; } // (hidden, query)

    public NativeBuffer? AttentionOutputBias { get; } // (padded hidden)

    public NativeBuffer MlpNorm { get; } // (padded hidden)

    public PackedMatrix GateUp { get; } // (2 intermediate, hidden)

    public NativeBuffer? GateUpBias { get; } // (2 intermediate, padded)

    public PackedMatrix Down { get; } // (hidden, intermediate)

    public NativeBuffer? DownBias { get; } // (padded hidden)

    public void Dispose()
    {
        foreach (IDisposable? part in new IDisposable?[]
        {
            AttentionNorm, QueryKeyValue, QueryKeyValueBias, QueryNorm, KeyNorm, AttentionOutput, AttentionOutputBias,
            MlpNorm, GateUp, GateUpBias, Down, DownBias,
        })
            part?.Dispose();
    }
}
