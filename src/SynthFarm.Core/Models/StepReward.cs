using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Models;

/// <summary>A reward model's word on a step.</summary>
/// <param name="Score">In [0, 1]: how likely the step is right, or leads to a right answer; the model's docs say which.</param>
/// <param name="Verdict">A critic's judgement; unknown from models that only score.</param>
/// <param name="Critique">A critic's reason; null from models that only score.</param>
public readonly record struct StepReward(float Score, Verdict Verdict = Verdict.Unknown, string? Critique = null);
