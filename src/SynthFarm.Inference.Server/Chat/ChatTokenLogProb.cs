using System.Text.Json.Serialization;

namespace SynthFarm.Inference.Server.Chat;

/// <summary>A token and its log-probability.</summary>
/// <param name="Token">Its text.</param>
/// <param name="LogProb">Natural logarithm at temperature 1.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record ChatTokenLogProb(string Token, [property: JsonPropertyName("logprob")] float LogProb, IReadOnlyList<int> Bytes)
{
    /// <summary>The likeliest tokens at this position; left out of the entries of such a list.</summary>
    [JsonPropertyName("top_logprobs")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ChatTokenLogProb>? TopLogProbs { get; init; }
}
