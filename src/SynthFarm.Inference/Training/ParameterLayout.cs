using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>
/// Where each tensor lies in one flat buffer of parameters. Query, key and value are adjacent, and so are gate and up, so that
/// each group is one matrix to multiply with.
/// </summary>
internal sealed class ParameterLayout
{
    private const int Alignment = 16;
    private readonly Dictionary<string, ParameterSlice> _slices = new(StringComparer.Ordinal);

    public ParameterLayout(LlamaConfig config)
    {
        Config = config;
        long offset = 0;
        foreach ((string name, long[] shape) in LlamaTensors.All(config))
        {
            bool continues = name.EndsWith("k_proj.weight", StringComparison.Ordinal) || name.EndsWith("v_proj.weight", StringComparison.Ordinal)
                || name.EndsWith("up_proj.weight", StringComparison.Ordinal);
            if (!continues) offset = (offset + Alignment - 1) / Alignment * Alignment;
            long length = shape.Aggregate(1L, (product, dimension) => product * dimension);
            _slices.Add(name, new ParameterSlice(name, shape, offset, checked((int)length)));
            offset += length;
        }

        Length = offset;
    }

    public LlamaConfig Config { get; }

    /// <summary>Floats of the whole buffer, a little more than there are parameters.</summary>
    public long Length { get; }

    public IEnumerable<ParameterSlice> Slices => _slices.Values;

    public long Offset(string name) => _slices[name].Offset;
}
