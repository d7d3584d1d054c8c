using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection.Diversity;

/// <summary>
/// Takes rows one by one by maximal marginal relevance (Carbonell and Goldstein, 1998): each time the one with the highest
/// (1 - w) * relevance - w * (similarity to the most similar row taken), where relevance falls from 1 to 0 with the rank and a similarity
/// is a cosine of <see cref="HashedVector"/>s.
/// </summary>
/// <remarks>
/// Exact for groups of at most <see cref="DiversityOptions.Pool"/> rows. Of larger ones only so many of the best that are left compete,
/// and are compared with so many of the last taken: at most 2 * pool similarities for each row offered, so time stays linear.
/// </remarks>
internal sealed class MarginalRelevance(IReadOnlyList<SelectionCandidate> ranked, DiversityOptions options)
{
    // Above any difference of two scores: what a curator accepted is taken first.
    private const double AcceptedBonus = 4;

    private readonly List<(int Rank, double Similarity)> _open = [];
    private readonly Queue<HashedVector> _taken = [];
    private int _next;

    /// <summary>Offers rows to the quota until it is full or none is left.</summary>
    /// <returns>The ranks of the rows taken, in the order they were taken.</returns>
    public IReadOnlyList<int> Fill(Quota quota)
    {
        var taken = new List<int>();
        while (!quota.IsFull && Refill())
        {
            var at = Best();
            var rank = _open[at].Rank;
            _open.RemoveAt(at);
            if (quota.TryTake(ranked[rank]))
            {
                taken.Add(rank);
                Take(ranked[rank].Text.Vector);
            }
        }

        return taken;
    }

    private bool Refill()
    {
        while (_open.Count < options.Pool && _next < ranked.Count)
        {
            var vector = ranked[_next].Text.Vector;
            _open.Add((_next++, _taken.Count == 0 ? 0 : _taken.Max(vector.Similarity)));
        }

        return _open.Count > 0;
    }

    private int Best()
    {
        var (best, bestScore) = (0, double.NegativeInfinity);
        for (var i = 0; i < _open.Count; i++)
        {
            // Entries lie in the order of their ranks, so that of equal scores the better rank wins.
            if (Score(_open[i]) is var score && score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return best;
    }

    private double Score((int Rank, double Similarity) row)
    {
        var relevance = ranked.Count == 1 ? 1 : 1 - ((double)row.Rank / (ranked.Count - 1));
        var bonus = ranked[row.Rank].Mark == CurationDecision.Accept ? AcceptedBonus : 0;
        return bonus + ((1 - options.Weight) * relevance) - (options.Weight * row.Similarity);
    }

    private void Take(HashedVector vector)
    {
        var isFirst = _taken.Count == 0;
        for (var i = 0; i < _open.Count; i++)
        {
            var (rank, similarity) = _open[i];
            var found = vector.Similarity(ranked[rank].Text.Vector);
            _open[i] = (rank, isFirst ? found : Math.Max(similarity, found));
        }

        _taken.Enqueue(vector);
        if (_taken.Count > options.Pool)
        {
            _taken.Dequeue();
        }
    }
}
