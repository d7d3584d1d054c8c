namespace SynthFarm.Inference.Weights;

/// <summary>A model in memory: its configuration and every tensor as row-major floats under its Hugging Face name.</summary>
public sealed class LlamaWeights : IModelWeights
{
    private const string ConfigFile = "config.json";
    private const string TensorFile = "model.safetensors";
    private readonly Dictionary<string, float[]> _tensors = new(StringComparer.Ordinal);

    /// <summary>A model of this shape with all values zero.</summary>
    /// <exception cref="InvalidDataException">The configuration is not valid.</exception>
    public LlamaWeights(LlamaConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        config.Validate();
        Config = config;
        foreach ((string name, long[] shape) in LlamaTensors.All(config)) _tensors.Add(name, new float[Length(shape)]);
    }

    public LlamaConfig Config { get; }

    /// <summary>The tensors by name; the arrays may be written to.</summary>
    public IReadOnlyDictionary<string, float[]> Tensors => _tensors;

    /// <summary>Values of one tensor, row-major; see <see cref="LlamaTensors"/> for names and shapes.</summary>
    /// <exception cref="KeyNotFoundException">This configuration has no such tensor.</exception>
    public float[] this[string name] => _tensors[name];

    /// <summary>Number of values over all tensors.</summary>
    public long ParameterCount => _tensors.Values.Sum(values => (long)values.Length);

    /// <summary>Reads <c>config.json</c> and <c>model.safetensors</c> (or the files of <c>model.safetensors.index.json</c>) from a folder.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or unsupported, or a tensor is missing, unknown or of another shape; it is named.</exception>
    public static LlamaWeights Load(string directory)
    {
        using WeightFiles files = WeightFiles.Open(directory);
        var weights = new LlamaWeights(files.Config);
        foreach ((string name, float[] values) in weights._tensors) files.Read(name, values);
        return weights;
    }

    /// <inheritdoc/>
    public void Read(string name, Span<float> values) => _tensors[name].CopyTo(values);

    /// <summary>Writes <c>config.json</c> and <c>model.safetensors</c> into a folder, made if need be; equal models give equal bytes.</summary>
    public void Save(string directory, SafetensorsDataType dataType = SafetensorsDataType.F32)
    {
        Directory.CreateDirectory(directory);
        SafetensorsWriter.Write(
            Path.Combine(directory, TensorFile), LlamaTensors.All(Config).Select(t => new SafetensorsTensor(t.Name, t.Shape, _tensors[t.Name])), dataType);
        LlamaConfigJson.Write(Path.Combine(directory, ConfigFile), Config, dataType);
    }

    /// <inheritdoc/>
    public string ContentHash() => WeightsHash.Of(this);

    private static long Length(long[] shape) => shape.Aggregate(1L, (product, dimension) => checked(product * dimension));
}
