using System.Text.Json;
using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>
/// A checkpoint folder: a complete Hugging Face model (<c>config.json</c>, <c>model.safetensors</c>), <c>optimizer.safetensors</c>
/// with both running means of every tensor, and <c>trainer_state.json</c>. The folder appears by one rename.
/// </summary>
public static class TrainerCheckpoint
{
    private const string OptimizerFile = "optimizer.safetensors";
    private const string StateFile = "trainer_state.json";
    private const string Prefix = "step-";
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The checkpoint with the highest step in a folder of checkpoints, or null.</summary>
    public static string? Latest(string directory) => All(directory).LastOrDefault();

    /// <summary>The name of the folder of a step.</summary>
    public static string FolderName(long step) => $"{Prefix}{step:D9}";

    internal static void Prune(string directory, int keep)
    {
        foreach (string old in All(directory).SkipLast(keep)) Directory.Delete(old, recursive: true);
    }

    internal static void Save(string directory, long step, TrainerOptions options, ParameterLayout layout, NativeBuffer parameters, AdamW optimizer)
    {
        if (Directory.Exists(directory)) throw new IOException($"{directory} exists already.");
        string partial = directory + ".partial";
        if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        FlatParameters.ToWeights(parameters, layout).Save(partial);
        SafetensorsWriter.Write(
            Path.Combine(partial, OptimizerFile),
            layout.Slices.SelectMany(slice => new[] { Tensor("mean.", optimizer.Mean, slice), Tensor("square.", optimizer.Square, slice) }));
        File.WriteAllText(Path.Combine(partial, StateFile), JsonSerializer.Serialize(TrainerState.From(step, options), Json));
        Directory.Move(partial, directory);
    }

    internal static long Load(string directory, TrainerOptions options, ParameterLayout layout, NativeBuffer parameters, AdamW optimizer)
    {
        TrainerState state = ReadState(Path.Combine(directory, StateFile));
        state.RequireSame(options, directory);
        LlamaWeights weights = LlamaWeights.Load(directory);
        if (weights.Config != layout.Config)
            throw new InvalidDataException($"{directory}: the model is {weights.Config}; the trainer's is {layout.Config}.");
        using SafetensorsFile file = SafetensorsFile.Open(Path.Combine(directory, OptimizerFile));
        foreach (ParameterSlice slice in layout.Slices)
        {
            Read(file, "mean." + slice.Name, FlatParameters.Span(optimizer.Mean, slice));
            Read(file, "square." + slice.Name, FlatParameters.Span(optimizer.Square, slice));
            weights[slice.Name].CopyTo(FlatParameters.Span(parameters, slice));
        }

        return state.Step;
    }

    private static void Read(SafetensorsFile file, string name, Span<float> values)
    {
        if (!file.Tensors.TryGetValue(name, out SafetensorsEntry? entry) || entry.Elements != values.Length)
            throw new InvalidDataException($"{OptimizerFile}: tensor '{name}' is missing or does not have {values.Length} elements.");
        file.Read(name, values);
    }

    private static TrainerState ReadState(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<TrainerState>(File.ReadAllText(path), Json) ?? throw new InvalidDataException($"{path}: empty.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}: not a trainer state: {error.Message}", error);
        }
    }

    private static SafetensorsTensor Tensor(string prefix, NativeBuffer buffer, ParameterSlice slice) =>
        new(prefix + slice.Name, slice.Shape, FlatParameters.Span(buffer, slice).ToArray());

    private static IEnumerable<string> All(string directory) => Directory.Exists(directory)
        ? Directory.GetDirectories(directory, Prefix + "*").Where(path => !path.EndsWith(".partial", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        : [];
}
