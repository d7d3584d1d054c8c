using System.Text.Json;

namespace SynthFarm.Inference.Server.Fields;

/// <summary>Questions about values whose type is not known.</summary>
internal static class JsonValues
{
    /// <summary>Whether it is this string.</summary>
    public static bool Is(this JsonElement value, string text) => value.ValueKind == JsonValueKind.String && value.ValueEquals(text);
}
