namespace SynthFarm.Core.Selection.Reporting;

/// <summary>What one stage of a selection did.</summary>
/// <param name="Reason">The reason rows were rejected for.</param>
/// <param name="Before">Rows that came in.</param>
/// <param name="Rejected">Rows that were rejected.</param>
public readonly record struct StageReport(string Reason, long Before, long Rejected)
{
    /// <summary>Rows that went on.</summary>
    public long After => Before - Rejected;
}
