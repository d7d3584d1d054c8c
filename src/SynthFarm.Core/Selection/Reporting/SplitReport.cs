using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection.Reporting;

/// <summary>A split.</summary>
/// <param name="Split">Which.</param>
/// <param name="Totals">What is in it.</param>
/// <param name="MovedProblems">Problems that were in another split before.</param>
public readonly record struct SplitReport(DataSplit Split, SelectionTotals Totals, long MovedProblems);
