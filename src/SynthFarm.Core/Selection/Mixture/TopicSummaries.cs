using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection.Mixture;

/// <summary>Counts what is known of each topic.</summary>
internal static class TopicSummaries
{
    /// <returns>One summary per topic of the table, in its order.</returns>
    public static IReadOnlyList<TopicSummary> Of(IReadOnlyList<SelectionCandidate> candidates, TopicTable topics, IReadOnlyList<TopicYield> yields)
    {
        var unsolved = new long[topics.Names.Count];
        foreach (var yield in yields)
        {
            // A topic that has no row at all has no part in the mixture either.
            if (topics.IndexOf(yield.Topic) is >= 0 and var at)
            {
                unsolved[at] += yield.Unsolved;
            }
        }

        var rows = candidates.ToLookup(c => topics.IndexOf(c.Topic));
        return [.. topics.Names.Select((name, i) => Of(name, [.. rows[i]], unsolved[i]))];
    }

    /// <summary>All topics taken together.</summary>
    public static TopicSummary Total(IReadOnlyList<SelectionCandidate> candidates, IReadOnlyList<TopicSummary> topics)
        => Of("", candidates, topics.Sum(t => t.FinishedProblems - t.SolvedProblems));

    private static TopicSummary Of(string name, IReadOnlyList<SelectionCandidate> rows, long unsolved)
    {
        // In order of the ids, so that sums do not depend on the order of the rows.
        var ordered = rows.OrderBy(c => c.RowId, StringComparer.Ordinal).ToList();
        var problems = ordered.DistinctBy(c => c.ProblemId).ToList();
        var known = ordered.Where(c => c.Perplexity is not null).ToList();
        var weight = known.Sum(c => (double)c.TokenCount);
        return new TopicSummary
        {
            Topic = name,
            Rows = ordered.Count,
            Tokens = ordered.Sum(c => (long)c.TokenCount),
            Draws = problems.Aggregate(default(DrawCounts), (sum, c) => sum + c.Draws),
            Perplexity = weight > 0 ? Math.Exp(known.Sum(c => c.TokenCount * Math.Log(c.Perplexity!.Value)) / weight) : null,
            SolvedProblems = problems.Count,
            FinishedProblems = problems.Count + unsolved,
        };
    }
}
