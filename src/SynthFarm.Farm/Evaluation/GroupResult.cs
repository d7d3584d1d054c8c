namespace SynthFarm.Farm.Evaluation;

/// <summary>All figures of one group.</summary>
public sealed record GroupResult(EvaluationGroup Group, IReadOnlyList<MethodResult> Methods);
