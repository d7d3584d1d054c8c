namespace SynthFarm.Farm.Evaluation;

/// <summary>How well the reward model ranks steps of one kind; thresholds come from another set of problems.</summary>
/// <param name="Steps">Which steps: all, non-final or final ones.</param>
/// <param name="Truth">What they are held against: the oracle or Monte-Carlo labels.</param>
/// <param name="Count">How many steps.</param>
/// <param name="Positives">Share of them that is right.</param>
/// <param name="AreaUnderCurve">Area under the ROC curve.</param>
/// <param name="F1">F1 at the threshold.</param>
/// <param name="Threshold">The threshold, best on the separate set.</param>
public sealed record RewardResult(string Steps, string Truth, int Count, double Positives, double AreaUnderCurve, double F1, float Threshold);
