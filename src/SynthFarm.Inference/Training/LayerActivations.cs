using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>What one layer keeps of the forward pass for the backward pass.</summary>
internal sealed class LayerActivations(LlamaConfig config, int tokens) : IDisposable
{
    public NativeBuffer Input { get; } = new((long)tokens * config.HiddenSize); // (tokens, hidden)
    public NativeBuffer AttentionInverse { get; } = new(tokens); // (tokens)
    public NativeBuffer AttentionInput { get; } = new((long)tokens * config.HiddenSize); // (tokens, hidden)
    public NativeBuffer Qkv { get; } = new((long)tokens * (config.QueryWidth + 2 * config.KeyValueWidth)); // (tokens, queries + 2 * keys)
    public NativeBuffer Attention { get; } = new((long)tokens * config.QueryWidth); // (tokens, queries)
    public NativeBuffer LogSums { get; } = new((long)tokens * config.Heads); // (tokens, heads)
    public NativeBuffer Middle { get; } = new((long)tokens * config.HiddenSize); // (tokens, hidden)
    public NativeBuffer MlpInverse { get; } = new(tokens); // (tokens)
    public NativeBuffer MlpInput { get; } = new((long)tokens * config.HiddenSize); // (tokens, hidden)
    public NativeBuffer GateUp { get; } = new((long)tokens * 2 * config.IntermediateSize); // (tokens, 2 * intermediate)
    public NativeBuffer Gated { get; } = new((long)tokens * config.IntermediateSize); // (tokens, intermediate)

    public void Dispose()
    {
        foreach (NativeBuffer buffer in new[] { Input, AttentionInverse, AttentionInput, Qkv, Attention, LogSums, Middle, MlpInverse, MlpInput, GateUp, Gated })
            buffer.Dispose();
    }
}
