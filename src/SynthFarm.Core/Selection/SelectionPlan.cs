using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Reporting;

namespace SynthFarm.Core.Selection;

/// <summary>What becomes of each row. Every row is either kept or rejected with one reason; a row that a wrong answer replaces is both.</summary>
public sealed record SelectionPlan
{
    /// <summary>By row id.</summary>
    public required IReadOnlyDictionary<string, SelectedRow> Kept { get; init; }

    /// <summary>By row id.</summary>
    public required IReadOnlyDictionary<string, SelectionRejection> Rejected { get; init; }

    /// <summary>By problem id.</summary>
    public required IReadOnlyDictionary<string, SelectedProblem> Problems { get; init; }

    public required SelectionReport Report { get; init; }
}
