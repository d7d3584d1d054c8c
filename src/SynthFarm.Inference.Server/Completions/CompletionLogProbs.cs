using System.Text.Json.Serialization;

namespace SynthFarm.Inference.Server.Completions;

/// <summary>Log-probabilities of a completion's tokens, in lists side by side.</summary>
/// <param name="Tokens">Their texts.</param>
/// <param name="TokenLogProbs">Natural logarithms at temperature 1.</param>
/// <param name="TopLogProbs">The likeliest tokens at each position, by text.</param>
/// <param name="TextOffset">Where each begins in the text, in characters of Unicode.</param>
internal sealed record CompletionLogProbs(
    IReadOnlyList<string> Tokens,
    [property: JsonPropertyName("token_logprobs")] IReadOnlyList<float> TokenLogProbs,
    [property: JsonPropertyName("top_logprobs")] IReadOnlyList<IReadOnlyDictionary<string, float>> TopLogProbs,
    IReadOnlyList<int> TextOffset);
