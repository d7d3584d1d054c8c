using System.Text.Json;

namespace SynthFarm.Inference.Weights;

/// <summary>Finds the weight files of a Hugging Face folder: one file, or those an index names.</summary>
internal static class SafetensorsFolder
{
    public static IReadOnlyList<string> Files(string directory)
    {
        string single = Path.Combine(directory, "model.safetensors"), index = single + ".index.json";
        if (File.Exists(single)) return [single];
        if (!File.Exists(index)) throw new FileNotFoundException($"{directory} has neither model.safetensors nor model.safetensors.index.json.", single);
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(index));
            if (new JsonKeys(document.RootElement).Find("weight_map") is not { ValueKind: JsonValueKind.Object } map)
                throw new InvalidDataException($"{index}: weight_map is missing.");
            return [.. map.EnumerateObject().Select(item => FileName(index, item)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => Path.Combine(directory, name))];
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{index}: not valid JSON: {error.Message}", error);
        }
    }

    /// <summary>A file name alone: an index must not lead out of its folder.</summary>
    private static string FileName(string index, JsonProperty item)
    {
        string? name = item.Value.ValueKind == JsonValueKind.String ? item.Value.GetString() : null;
        return name is { Length: > 0 } && name == Path.GetFileName(name)
            ? name
            : throw new InvalidDataException($"{index}: tensor '{item.Name}' is mapped to {item.Value.GetRawText()}; expected a file name.");
    }
}
