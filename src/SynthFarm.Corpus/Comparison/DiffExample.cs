namespace SynthFarm.Corpus.Comparison;

/// <summary>One of the rows or problems that differ.</summary>
/// <param name="ProblemId">The problem.</param>
/// <param name="A">The row's or tree's id in A; null when there is none.</param>
/// <param name="B">The row's or tree's id in B.</param>
public readonly record struct DiffExample(string ProblemId, string? A, string? B);
