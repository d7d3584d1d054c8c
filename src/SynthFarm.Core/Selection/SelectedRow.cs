using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection;

/// <summary>A row that was selected.</summary>
/// <param name="Split">Its problem's split.</param>
/// <param name="Order">Its place in the curriculum of its split, from 0 without gaps.</param>
/// <param name="Difficulty">Its problem's difficulty, in (0, 1).</param>
/// <param name="IsReplaced">Whether a wrong answer of its tree takes its place.</param>
public readonly record struct SelectedRow(DataSplit Split, int Order, double Difficulty, bool IsReplaced);
