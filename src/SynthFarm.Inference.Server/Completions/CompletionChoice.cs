using System.Text.Json.Serialization;

namespace SynthFarm.Inference.Server.Completions;

/// <summary>A choice of a completion, or a chunk of one.</summary>
/// <param name="Text">The text, or what is new of it.</param>
/// <param name="LogProbs">Null where not asked for.</param>
/// <param name="FinishReason">Null while it goes on.</param>
internal sealed record CompletionChoice(
    int Index,
    string Text,
    [property: JsonPropertyName("logprobs")] CompletionLogProbs? LogProbs,
    string? FinishReason)
{
    /// <summary>vLLM's: what stopped it.</summary>
    public object? StopReason { get; init; }

    /// <summary>vLLM's: the tokens, where asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? TokenIds { get; init; }

    /// <summary>vLLM's: the prompt's tokens, where asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? PromptTokenIds { get; init; }
}
