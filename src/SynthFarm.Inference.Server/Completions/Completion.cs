using System.Text.Json.Serialization;
using SynthFarm.Inference.Server.Generation;

namespace SynthFarm.Inference.Server.Completions;

/// <summary>A completion, or a chunk of one.</summary>
internal sealed record Completion(string Id, long Created, string Model, string SystemFingerprint, IReadOnlyList<CompletionChoice> Choices)
{
    public string Object { get; } = "text_completion";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Usage? Usage { get; init; }
}
