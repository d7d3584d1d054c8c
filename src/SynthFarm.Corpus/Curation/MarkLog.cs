using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Corpus.Curation;

/// <summary>All marks of a file.</summary>
public sealed record MarkLog
{
    /// <summary>Of a file that is not there.</summary>
    public static MarkLog Empty { get; } = new() { Marks = [], HasTornLine = false };

    /// <summary>In the order they were made.</summary>
    public required IReadOnlyList<CurationMark> Marks { get; init; }

    /// <summary>Whether the last line is cut short, as a writer that was killed leaves it; it does not count.</summary>
    public required bool HasTornLine { get; init; }

    /// <summary>The last mark of each row, in the order of the first.</summary>
    public IReadOnlyList<CurationMark> Latest
    {
        get
        {
            var last = Marks.Reverse().DistinctBy(m => m.RowId).ToDictionary(m => m.RowId, StringComparer.Ordinal);
            return [.. Marks.DistinctBy(m => m.RowId).Select(m => last[m.RowId])];
        }
    }

    /// <summary>What counts for each row.</summary>
    public IReadOnlyDictionary<string, CurationDecision> Decisions => Latest.ToDictionary(m => m.RowId, m => m.Decision, StringComparer.Ordinal);
}
