using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>Moves tensors in and out of a flat buffer.</summary>
internal static unsafe class FlatParameters
{
    public static NativeBuffer From(LlamaWeights weights, ParameterLayout layout)
    {
        var buffer = new NativeBuffer(layout.Length);
        foreach (ParameterSlice slice in layout.Slices) weights[slice.Name].CopyTo(Span(buffer, slice));
        return buffer;
    }

    public static LlamaWeights ToWeights(NativeBuffer buffer, ParameterLayout layout)
    {
        var weights = new LlamaWeights(layout.Config);
        foreach (ParameterSlice slice in layout.Slices) Span(buffer, slice).CopyTo(weights[slice.Name]);
        return weights;
    }

    public static Span<float> Span(NativeBuffer buffer, ParameterSlice slice) => new(buffer.Pointer + slice.Offset, slice.Length);
}
