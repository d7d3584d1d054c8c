namespace SynthFarm.Core.Selection.Reporting;

/// <summary>How much there is.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Problems">Problems with at least one row.</param>
/// <param name="Tokens">Tokens the policy generated for the rows' texts.</param>
public readonly record struct SelectionTotals(long Rows, long Problems, long Tokens);
