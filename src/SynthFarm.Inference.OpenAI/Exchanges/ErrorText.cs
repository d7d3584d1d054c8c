using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SynthFarm.Inference.OpenAI.Exchanges;

/// <summary>The words of a server's error, short and without control characters. Servers that repeat what they were sent do not bring the key into them.</summary>
/// <param name="key">The key that the servers are sent; null for none.</param>
internal sealed class ErrorText(string? key)
{
    private const int Longest = 300;
    private const string Hidden = "***";

    // The default writes some characters a key may have as escapes, in which it would not be found.
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Of(JsonNode error) =>
        Short(error is JsonObject item && item["message"] is JsonValue message && message.TryGetValue<string>(out var text) ? text : error.ToJsonString(_plain));

    /// <summary>Of a body that may be JSON in OpenAI's shape, or anything.</summary>
    public string OfBody(string body)
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

    /// <summary>The key goes before the text is cut, so that no part of it is left at the end.</summary>
    private string Short(string text)
    {
        var plain = string.IsNullOrEmpty(key) ? text : text.Replace(key, Hidden, StringComparison.Ordinal);
        var cut = plain.Length <= Longest ? plain : plain[..Longest];
        return string.Concat(cut.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)).Trim();
    }
}
