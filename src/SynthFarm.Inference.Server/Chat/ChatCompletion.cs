using System.Text.Json.Serialization;
using SynthFarm.Inference.Server.Generation;

namespace SynthFarm.Inference.Server.Chat;

/// <summary>A chat completion, or a chunk of one.</summary>
internal sealed record ChatCompletion(string Id, string Object, long Created, string Model, string SystemFingerprint, IReadOnlyList<ChatChoice> Choices)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Usage? Usage { get; init; }

    /// <summary>vLLM's: the prompt's tokens, where asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? PromptTokenIds { get; init; }
}
