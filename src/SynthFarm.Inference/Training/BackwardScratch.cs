using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>Gradients that live only within one layer's backward pass.</summary>
internal sealed class BackwardScratch(LlamaConfig config, int tokens) : IDisposable
{
    /// <summary>Of a normalised input. (tokens, hidden)</summary>
    public NativeBuffer Normal { get; } = new((long)tokens * config.HiddenSize);

    /// <summary>Of gate and up, or of queries, keys and values. (tokens, wider of both)</summary>
    public NativeBuffer Wide { get; } = new((long)tokens * Math.Max(2 * config.IntermediateSize, config.QueryWidth + 2 * config.KeyValueWidth));

    /// <summary>Of the gated activation, or of the attention's output. (tokens, wider of both)</summary>
    public NativeBuffer Narrow { get; } = new((long)tokens * Math.Max(config.IntermediateSize, config.QueryWidth));

    public void Dispose()
    {
        Normal.Dispose();
        Wide.Dispose();
        Narrow.Dispose();
    }
}
