using System.Text.Json;

namespace SynthFarm.Inference.Weights;

/// <summary>Typed access to a JSON object whose errors name the key and the value found.</summary>
internal readonly struct JsonKeys
{
    private readonly JsonElement _root;

    public JsonKeys(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new InvalidDataException($"expected a JSON object, found {root.ValueKind}.");
        _root = root;
    }

    public JsonElement? Find(string key) => _root.TryGetProperty(key, out JsonElement value) ? value : null;

    public int Int(string key) => OptionalInt(key) ?? throw new InvalidDataException($"{key} is missing.");

    public int? OptionalInt(string key) => Present(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number
        : throw Mistyped(key, value, "an integer");

    public float? OptionalFloat(string key) => Present(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetSingle(out float number) ? number
        : throw Mistyped(key, value, "a number");

    public bool? OptionalBool(string key) => Present(key) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Mistyped(key, value, "true or false");

    private JsonElement? Present(string key) => Find(key) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    private static InvalidDataException Mistyped(string key, JsonElement value, string expected) => new($"{key} is {value.GetRawText()}; expected {expected}.");
}
