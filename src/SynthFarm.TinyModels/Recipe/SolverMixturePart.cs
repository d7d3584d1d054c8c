namespace SynthFarm.TinyModels.Recipe;

/// <summary>One kind of problem in a mixture.</summary>
/// <param name="Family">The family's kind.</param>
/// <param name="MinDifficulty">Smallest difficulty, in the family's unit.</param>
/// <param name="MaxDifficulty">Largest difficulty; each in between is equally likely.</param>
/// <param name="Weight">Relative frequency.</param>
public sealed record SolverMixturePart(string Family, int MinDifficulty, int MaxDifficulty, double Weight);
