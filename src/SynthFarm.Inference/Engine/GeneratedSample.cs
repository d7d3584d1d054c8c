namespace SynthFarm.Inference.Engine;

/// <summary>One continuation.</summary>
/// <param name="TokenIds">The tokens, a stop token included, and those of a stop string too.</param>
/// <param name="LogProbs">For each token the natural logarithm of its probability at temperature 1, whatever the sampling was.</param>
/// <param name="Text">
/// The tokens' text, without a control token that ended it, cut before a stop string. Empty where the engine has no tokenizer.
/// </param>
/// <param name="Finish">Why it ended.</param>
public sealed record GeneratedSample(IReadOnlyList<int> TokenIds, IReadOnlyList<float> LogProbs, string Text, GenerateFinish Finish);
