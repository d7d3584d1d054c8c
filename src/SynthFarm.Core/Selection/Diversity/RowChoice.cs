using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Ranking;

namespace SynthFarm.Core.Selection.Diversity;

/// <summary>Takes some of several rows: the best, or the best that differ.</summary>
internal sealed class RowChoice(CandidatePool pool, CandidateRanking ranking, DiversityOptions options)
{
    /// <summary>Keeps what fits into a quota and rejects the rest.</summary>
    /// <param name="rows">Positions of rows that are left.</param>
    public void Cut(IEnumerable<int> rows, Quota quota, SelectionRejection rejection)
    {
        var ordered = rows.OrderBy(at => pool.All[at], ranking).ToList();
        var taken = (options.Weight == 0 ? Best(ordered, quota) : Diverse(ordered, quota)).ToHashSet();
        foreach (var at in ordered.Where((_, rank) => !taken.Contains(rank)))
        {
            pool.Reject(at, rejection);
        }
    }

    private IEnumerable<int> Best(IReadOnlyList<int> ordered, Quota quota)
        => Enumerable.Range(0, ordered.Count).TakeWhile(_ => !quota.IsFull).Where(rank => quota.TryTake(pool.All[ordered[rank]]));

    private IReadOnlyList<int> Diverse(IReadOnlyList<int> ordered, Quota quota)
        => new MarginalRelevance([.. ordered.Select(at => pool.All[at])], options).Fill(quota);
}
