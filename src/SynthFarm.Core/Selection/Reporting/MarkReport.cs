namespace SynthFarm.Core.Selection.Reporting;

/// <summary>Rows with a curator's mark.</summary>
/// <param name="Accepted">Accepted.</param>
/// <param name="Rejected">Rejected.</param>
/// <param name="Flagged">Flagged.</param>
public readonly record struct MarkReport(long Accepted, long Rejected, long Flagged);
