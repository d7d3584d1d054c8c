using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Diversity;

namespace SynthFarm.Core.Selection.Caps;

/// <summary>Keeps at most so many rows of each group.</summary>
internal static class GroupCap
{
    /// <param name="groupOf">The key of a row's group.</param>
    /// <param name="cap">Most rows of a group.</param>
    /// <param name="group">What a group is called in words, e.g. <c>problem</c>.</param>
    public static void Apply<TKey>(CandidatePool pool, RowChoice choice, Func<SelectionCandidate, TKey> groupOf, int cap, string reason, string group)
        where TKey : notnull
    {
        var rejection = new SelectionRejection(reason, $"The cap of {cap} rows per {group} is filled by better rows.");
        foreach (var rows in pool.Left.GroupBy(at => groupOf(pool.All[at])).Select(g => g.ToList()).Where(rows => rows.Count > cap).ToList())
        {
            choice.Cut(rows, new Quota(cap, _ => 1), rejection);
        }
    }
}
