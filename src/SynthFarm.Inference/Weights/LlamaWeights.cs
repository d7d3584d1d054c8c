using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SynthFarm.Inference.Weights;

/// <summary>A model in memory: its configuration and every tensor as row-major floats under its Hugging Face name.</summary>
public sealed class LlamaWeights
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
        var weights = new LlamaWeights(LlamaConfigJson.Read(Path.Combine(directory, ConfigFile)));
        var missing = LlamaTensors.All(weights.Config).ToDictionary(t => t.Name, t => t.Shape, StringComparer.Ordinal);
        foreach (string path in SafetensorsFolder.Files(directory))
        {
            using SafetensorsFile file = SafetensorsFile.Open(path);
            foreach (SafetensorsEntry entry in file.Tensors.Values) weights.Take(file, path, entry, missing);
        }

        missing.Remove(LlamaTensors.ScoreBias);
        if (missing.Count > 0)
            throw new InvalidDataException($"{directory}: {missing.Count} tensors are missing, first '{missing.Keys.Order(StringComparer.Ordinal).First()}'.");
        return weights;
    }

    /// <summary>Writes <c>config.json</c> and <c>model.safetensors</c> into a folder, made if need be; equal models give equal bytes.</summary>
    public void Save(string directory, SafetensorsDataType dataType = SafetensorsDataType.F32)
    {
        Directory.CreateDirectory(directory);
        SafetensorsWriter.Write(
            Path.Combine(directory, TensorFile), LlamaTensors.All(Config).Select(t => new SafetensorsTensor(t.Name, t.Shape, _tensors[t.Name])), dataType);
        LlamaConfigJson.Write(Path.Combine(directory, ConfigFile), Config, dataType);
    }

    /// <summary>
    /// Identity of the model: SHA-256 in lower-case hex over the configuration and all values as floats, so that it depends
    /// neither on the path nor on the type on disk, only on what is computed with.
    /// </summary>
    public string ContentHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(LlamaConfigJson.Format(Config, SafetensorsDataType.F32)));
        foreach ((string name, _) in LlamaTensors.All(Config))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(MemoryMarshal.AsBytes(_tensors[name].AsSpan()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void Take(SafetensorsFile file, string path, SafetensorsEntry entry, Dictionary<string, long[]> missing)
    {
        // Some exporters keep the shared matrix, and older ones the rotary frequencies, which follow from the configuration.
        if (entry.Name == LlamaTensors.Output && !Config.HasOutputMatrix || entry.Name.EndsWith(".rotary_emb.inv_freq", StringComparison.Ordinal)) return;
        if (!_tensors.TryGetValue(entry.Name, out float[]? values))
            throw new InvalidDataException($"{path}: tensor '{entry.Name}' does not belong to this architecture.");
        if (!missing.Remove(entry.Name, out long[]? shape))
            throw new InvalidDataException($"{path}: tensor '{entry.Name}' was already read from another file.");
        if (!entry.Shape.SequenceEqual(shape))
            throw new InvalidDataException($"{path}: tensor '{entry.Name}' has shape [{string.Join(", ", entry.Shape)}]; the configuration says [{string.Join(", ", shape)}].");
        file.Read(entry.Name, values);
    }

    private static long Length(long[] shape) => shape.Aggregate(1L, (product, dimension) => checked(product * dimension));
}
