using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection;

/// <summary>A problem of which at least one row was selected.</summary>
/// <param name="Split">Its split.</param>
/// <param name="Order">The place of its first row in the curriculum of its split.</param>
/// <param name="Difficulty">Its difficulty, in (0, 1).</param>
public readonly record struct SelectedProblem(DataSplit Split, int Order, double Difficulty);
