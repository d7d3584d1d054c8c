using System.Text.Json;
using System.Text.Json.Nodes;

namespace SynthFarm.Inference.OpenAI.Exchanges;

/// <summary>The words of a server's error, short and without control characters.</summary>
internal static class ErrorText
{
    private const int Longest = 300;

    public static string Of(JsonNode error) =>
        Short(error is JsonObject item && item["message"] is JsonValue message && message.TryGetValue<string>(out var text) ? text : error.ToJsonString());

    /// <summary>Of a body that may be JSON in OpenAI's shape, or anything.</summary>
    public static string OfBody(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject json ? Of(json["error"] ?? json) : Short(body);
        }
        catch (JsonException)
        {
            return Short(body);
        }
    }

    private static string Short(string text)
    {
        var cut = text.Length <= Longest ? text : text[..Longest];
        return string.Concat(cut.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)).Trim();
    }
}
