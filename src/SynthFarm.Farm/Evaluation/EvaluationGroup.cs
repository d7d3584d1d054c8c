namespace SynthFarm.Farm.Evaluation;

/// <summary>A group of held-out problems.</summary>
/// <param name="Name">Name in tables.</param>
/// <param name="Family">The family's kind.</param>
/// <param name="MinDifficulty">Smallest difficulty, in the family's unit.</param>
/// <param name="MaxDifficulty">Largest difficulty.</param>
public sealed record EvaluationGroup(string Name, string Family, int MinDifficulty, int MaxDifficulty);
