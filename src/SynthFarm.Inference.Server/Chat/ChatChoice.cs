using System.Text.Json.Serialization;

namespace SynthFarm.Inference.Server.Chat;

/// <summary>A choice of a chat completion, whole or a chunk of it.</summary>
/// <param name="LogProbs">Null where not asked for.</param>
/// <param name="FinishReason">Null while it goes on.</param>
internal sealed record ChatChoice(int Index, [property: JsonPropertyName("logprobs")] ChatLogProbs? LogProbs, string? FinishReason)
{
    /// <summary>Of a whole choice: the turn.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChatAnswerMessage? Message { get; init; }

    /// <summary>Of a chunk: what is new.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChatDelta? Delta { get; init; }

    /// <summary>vLLM's: what stopped it.</summary>
    public object? StopReason { get; init; }

    /// <summary>vLLM's: the tokens, where asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? TokenIds { get; init; }
}
