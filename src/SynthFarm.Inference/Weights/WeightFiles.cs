namespace SynthFarm.Inference.Weights;

/// <summary>
/// A model in the files of a Hugging Face folder, opened and checked but not read: each tensor is read when it is asked for, so that a model
/// need not be in memory twice.
/// </summary>
public sealed class WeightFiles : IModelWeights, IDisposable
{
    private const string ConfigFile = "config.json";
    private readonly List<SafetensorsFile> _files = [];
    private readonly Dictionary<string, SafetensorsFile> _owners = new(StringComparer.Ordinal);

    private WeightFiles(LlamaConfig config) => Config = config;

    public LlamaConfig Config { get; }

    /// <summary>The type most values have on disk; keeping them in it loses nothing.</summary>
    public SafetensorsDataType DataType { get; private set; }

    /// <summary>Opens <c>config.json</c> and <c>model.safetensors</c> (or the files of <c>model.safetensors.index.json</c>) of a folder.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or unsupported, or a tensor is missing, unknown or of another shape; it is named.</exception>
    public static WeightFiles Open(string directory)
    {
        var weights = new WeightFiles(LlamaConfigJson.Read(Path.Combine(directory, ConfigFile)));
        try
        {
            weights.Index(directory);
            return weights;
        }
        catch
        {
            weights.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Read(string name, Span<float> values)
    {
        if (_owners.TryGetValue(name, out SafetensorsFile? file)) file.Read(name, values);
        else if (name == LlamaTensors.ScoreBias && Config.Head != LlamaHead.LanguageModel) values.Clear();
        else throw new KeyNotFoundException($"This configuration has no tensor '{name}'.");
    }

    /// <inheritdoc/>
    public string ContentHash() => WeightsHash.Of(this);

    public void Dispose()
    {
        foreach (SafetensorsFile file in _files)
            file.Dispose();
    }

    private void Index(string directory)
    {
        Dictionary<string, long[]> missing = LlamaTensors.All(Config).ToDictionary(t => t.Name, t => t.Shape, StringComparer.Ordinal);
        var types = new Dictionary<SafetensorsDataType, long>();
        foreach (string path in SafetensorsFolder.Files(directory))
        {
            SafetensorsFile file = SafetensorsFile.Open(path);
            _files.Add(file);
            foreach (SafetensorsEntry entry in file.Tensors.Values)
            {
                if (IsKnownExtra(entry.Name)) continue;
                Check(path, entry, missing);
                _owners.Add(entry.Name, file);
                types[entry.DataType] = types.GetValueOrDefault(entry.DataType) + entry.Elements;
            }
        }

        missing.Remove(LlamaTensors.ScoreBias);
        if (missing.Count > 0)
            throw new InvalidDataException($"{directory}: {missing.Count} tensors are missing, first '{missing.Keys.Order(StringComparer.Ordinal).First()}'.");
        DataType = types.MaxBy(t => t.Value).Key;
    }

    // Some exporters keep the shared matrix, reward models the language model's, and older files the rotary frequencies, which follow
    // from the configuration.
    private bool IsKnownExtra(string name) =>
        name == LlamaTensors.Output && !Config.HasOutputMatrix || name.EndsWith(".rotary_emb.inv_freq", StringComparison.Ordinal);

    private void Check(string path, SafetensorsEntry entry, Dictionary<string, long[]> missing)
    {
        if (!missing.Remove(entry.Name, out long[]? shape))
        {
            throw new InvalidDataException(_owners.ContainsKey(entry.Name)
                ? $"{path}: tensor '{entry.Name}' was already read from another file."
                : $"{path}: tensor '{entry.Name}' does not belong to this architecture.");
        }

        if (!entry.Shape.SequenceEqual(shape))
            throw new InvalidDataException($"{path}: tensor '{entry.Name}' has shape [{string.Join(", ", entry.Shape)}]; the configuration says [{string.Join(", ", shape)}].");
    }
}
