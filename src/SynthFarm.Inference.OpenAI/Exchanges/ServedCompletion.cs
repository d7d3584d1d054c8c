using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SynthFarm.Inference.OpenAI.Exchanges;

/// <summary>A completion, put together from a stream.</summary>
internal sealed record ServedCompletion(IReadOnlyList<ServedChoice> Choices)
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public JsonObject ToJson() => JsonSerializer.SerializeToNode(this, _options)!.AsObject();

    public static ServedCompletion From(JsonObject json) => json.Deserialize<ServedCompletion>(_options)!;
}
