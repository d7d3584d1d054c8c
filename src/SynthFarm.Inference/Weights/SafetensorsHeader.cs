using System.Text.Json;

namespace SynthFarm.Inference.Weights;

/// <summary>
/// Checked reading of a safetensors header (github.com/huggingface/safetensors, "Format"): every tensor lies inside the data,
/// the tensors cover it without hole or overlap, and each length is what type and shape say.
/// </summary>
internal static class SafetensorsHeader
{
    /// <summary>The bound the reference implementation has.</summary>
    public const long MaxBytes = 100_000_000;

    public static (Dictionary<string, SafetensorsEntry> Tensors, Dictionary<string, string> Metadata) Parse(ReadOnlyMemory<byte> header, long dataBytes)
    {
        var tensors = new Dictionary<string, SafetensorsEntry>(StringComparer.Ordinal);
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using JsonDocument document = JsonDocument.Parse(header);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new InvalidDataException($"the header is a JSON {document.RootElement.ValueKind}, not an object.");
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (property.Name == "__metadata__") ReadMetadata(property.Value, metadata);
                else if (!tensors.TryAdd(property.Name, ReadEntry(property, dataBytes)))
                    throw new InvalidDataException($"tensor '{property.Name}' appears twice in the header.");
            }
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"the header is not valid JSON: {error.Message}", error);
        }

        CheckCover(tensors.Values, dataBytes);
        return (tensors, metadata);
    }

    private static SafetensorsEntry ReadEntry(JsonProperty property, long dataBytes)
    {
        string name = property.Name;
        if (property.Value.ValueKind != JsonValueKind.Object) throw Bad(name, $"is a JSON {property.Value.ValueKind}, not an object");
        var keys = new JsonKeys(property.Value);
        SafetensorsDataType type = keys.Find("dtype")?.GetRawText() switch
        {
            "\"F32\"" => SafetensorsDataType.F32,
            "\"F16\"" => SafetensorsDataType.F16,
            "\"BF16\"" => SafetensorsDataType.BF16,
            null => throw Bad(name, "has no dtype"),
            var other => throw Bad(name, $"has dtype {other}; supported: F32, F16, BF16"),
        };
        long[] shape = Integers(name, "shape", keys.Find("shape")), offsets = Integers(name, "data_offsets", keys.Find("data_offsets"));
        if (offsets.Length != 2) throw Bad(name, $"has {offsets.Length} data_offsets; expected 2");
        if (offsets[0] > offsets[1] || offsets[1] > dataBytes)
            throw Bad(name, $"has data_offsets [{offsets[0]}, {offsets[1]}] outside the {dataBytes} bytes of data");
        long elements = 1;
        try
        {
            foreach (long dimension in shape) elements = checked(elements * dimension);
            var entry = new SafetensorsEntry(name, type, shape, offsets[0], elements);
            if (checked(elements * 4) >= 0 && entry.Bytes == offsets[1] - offsets[0]) return entry;
            throw Bad(name, $"has {offsets[1] - offsets[0]} bytes; {type} [{string.Join(", ", shape)}] needs {entry.Bytes}");
        }
        catch (OverflowException error)
        {
            throw new InvalidDataException($"tensor '{name}' has shape [{string.Join(", ", shape)}], too large for any file.", error);
        }
    }

    private static long[] Integers(string name, string key, JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Array } list) throw Bad(name, $"has no list of integers under {key}");
        var result = new long[list.GetArrayLength()];
        for (int i = 0; i < result.Length; i++)
            if (list[i].ValueKind != JsonValueKind.Number || !list[i].TryGetInt64(out result[i]) || result[i] < 0)
                throw Bad(name, $"has {list[i].GetRawText()} in {key}; expected integers from 0");
        return result;
    }

    private static void ReadMetadata(JsonElement value, Dictionary<string, string> metadata)
    {
        if (value.ValueKind != JsonValueKind.Object) throw new InvalidDataException($"__metadata__ is a JSON {value.ValueKind}, not an object.");
        foreach (JsonProperty item in value.EnumerateObject())
            metadata[item.Name] = item.Value.ValueKind == JsonValueKind.String
                ? item.Value.GetString()!
                : throw new InvalidDataException($"__metadata__ '{item.Name}' is {item.Value.GetRawText()}; expected a string.");
    }

    private static void CheckCover(IEnumerable<SafetensorsEntry> tensors, long dataBytes)
    {
        long end = 0;
        foreach (SafetensorsEntry entry in tensors.OrderBy(t => t.Begin).ThenBy(t => t.Bytes))
        {
            if (entry.Begin != end) throw Bad(entry.Name, $"begins at byte {entry.Begin}; the tensor before it ends at {end}");
            end = entry.Begin + entry.Bytes;
        }

        if (end != dataBytes) throw new InvalidDataException($"the tensors end at byte {end} but the data has {dataBytes} bytes.");
    }

    private static InvalidDataException Bad(string name, string what) => new($"tensor '{name}' {what}.");
}
