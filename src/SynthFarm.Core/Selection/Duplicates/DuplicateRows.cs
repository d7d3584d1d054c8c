using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Ranking;

namespace SynthFarm.Core.Selection.Duplicates;

/// <summary>Rejects every row whose text a better row holds. Linear in rows; 32 bytes each while it works.</summary>
internal static class DuplicateRows
{
    public static void Reject(CandidatePool pool, DuplicateText text, CandidateRanking ranking)
    {
        var best = new Dictionary<UInt128, int>();
        foreach (var at in pool.Left)
        {
            var hash = HashOf(pool.All[at]);
            if (!best.TryGetValue(hash, out var other) || ranking.Compare(pool.All[at], pool.All[other]) < 0)
            {
                best[hash] = at;
            }
        }

        foreach (var at in pool.Left)
        {
            if (best[HashOf(pool.All[at])] is var kept && kept != at)
            {
                pool.Reject(at, new SelectionRejection(SelectionReason.Duplicate, $"Row {pool.All[kept].RowId} holds the same text."));
            }
        }

        UInt128 HashOf(SelectionCandidate candidate) => text == DuplicateText.Problem ? candidate.Text.ProblemHash : candidate.Text.ConversationHash;
    }
}
