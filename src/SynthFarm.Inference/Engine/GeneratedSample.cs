using SynthFarm.Inference.Sampling;

namespace SynthFarm.Inference.Engine;

/// <summary>One continuation.</summary>
/// <param name="TokenIds">The tokens, a stop token included, and those of a stop string too.</param>
/// <param name="LogProbs">For each token the natural logarithm of its probability at temperature 1, whatever the sampling was.</param>
/// <param name="Text">
/// The tokens' text, without a control token that ended it, cut at a stop string. Empty where the engine has no tokenizer.
/// </param>
/// <param name="Finish">Why it ended.</param>
public sealed record GeneratedSample(IReadOnlyList<int> TokenIds, IReadOnlyList<float> LogProbs, string Text, GenerateFinish Finish)
{
    /// <summary>The stop string that ended it, or null.</summary>
    public string? StopString { get; init; }

    /// <summary>For each token the most likely ones at its position, the likeliest first; empty where none were asked for.</summary>
    public IReadOnlyList<IReadOnlyList<SampledToken>> Alternatives { get; init; } = [];
}
