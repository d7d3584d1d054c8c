using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Difficulty;

namespace SynthFarm.Core.Selection.Reporting;

/// <summary>Counts rows for a report.</summary>
internal static class ReportCounts
{
    private const int Bins = 10;

    public static SelectionTotals Totals(IReadOnlyCollection<SelectionCandidate> rows)
        => new(rows.Count, rows.Select(c => c.ProblemId).Distinct(StringComparer.Ordinal).LongCount(), rows.Sum(c => (long)c.TokenCount));

    public static MarkReport Marks(IReadOnlyCollection<SelectionCandidate> rows)
    {
        return new MarkReport(Count(CurationDecision.Accept), Count(CurationDecision.Reject), Count(CurationDecision.Flag));

        long Count(CurationDecision decision) => rows.LongCount(c => c.Mark == decision);
    }

    public static IReadOnlyList<DifficultyBin> Histogram(IEnumerable<SelectionCandidate> before, IEnumerable<SelectionCandidate> after, DifficultyEstimate difficulty)
    {
        var (first, second) = (Counts(before), Counts(after));
        return [.. Enumerable.Range(0, Bins).Select(i => new DifficultyBin((double)i / Bins, (double)(i + 1) / Bins, first[i], second[i]))];

        long[] Counts(IEnumerable<SelectionCandidate> rows)
        {
            var counts = new long[Bins];
            foreach (var row in rows)
            {
                counts[Math.Clamp((int)(difficulty.Of(row.Draws) * Bins), 0, Bins - 1)]++;
            }

            return counts;
        }
    }
}
