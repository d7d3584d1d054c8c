using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Decoding;

/// <summary>Turns a model's tensors into what the decoder computes with, one matrix at a time.</summary>
internal sealed class WeightReader(IModelWeights weights, WeightType type)
{
    private readonly Dictionary<string, long[]> _shapes = LlamaTensors.All(weights.Config).ToDictionary(t => t.Name, t => t.Shape, StringComparer.Ordinal);

    /// <summary>Values over all tensors.</summary>
    public long ParameterCount => _shapes.Values.Sum(Length);

    /// <summary>Matrices that read the same input, one below the other.</summary>
    /// <param name="names">Tensors of shape (outputs, inputs), the inputs alike.</param>
    public unsafe PackedMatrix Matrix(params ReadOnlySpan<string> names)
    {
        long outputs = 0, inputs = _shapes[names[0]][1];
        foreach (string name in names)
            outputs += _shapes[name][0];
        using var rows = new NativeBuffer(checked(outputs * inputs));
        var values = new Span<float>(rows.Pointer, checked((int)rows.Length));
        foreach (string name in names)
        {
            int length = checked((int)Length(_shapes[name]));
            weights.Read(name, values[..length]);
            values = values[length..];
        }

        return new PackedMatrix(new ReadOnlySpan<float>(rows.Pointer, (int)rows.Length), (int)outputs, (int)inputs, type);
    }

    /// <summary>Vectors one behind the other, padded with zeros to whole vectors.</summary>
    /// <param name="names">Tensors of one dimension.</param>
    public NativeBuffer Vector(params ReadOnlySpan<string> names)
    {
        int length = 0;
        foreach (string name in names)
            length += (int)_shapes[name][0];
        var buffer = new NativeBuffer(Lanes.RoundUp(length));
        int at = 0;
        foreach (string name in names)
        {
            int count = (int)_shapes[name][0];
            weights.Read(name, buffer.Span.Slice(at, count));
            at += count;
        }

        return buffer;
    }

    private static long Length(long[] shape) => shape.Aggregate(1L, (product, dimension) => product * dimension);
}
