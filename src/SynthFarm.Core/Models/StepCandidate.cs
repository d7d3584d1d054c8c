namespace SynthFarm.Core.Models;

/// <summary>A continuation a policy proposes.</summary>
/// <param name="Text">The text, its delimiter included, an end-of-text token not.</param>
/// <param name="TokenIds">The tokens, an end-of-text token included.</param>
/// <param name="MeanLogProb">Mean natural-log probability of the tokens at temperature 1, whatever the sampling was.</param>
/// <param name="Finish">Why it stopped.</param>
public sealed record StepCandidate(string Text, IReadOnlyList<int> TokenIds, float MeanLogProb, StepFinish Finish);
