using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Difficulty;

namespace SynthFarm.Core.Selection.Ranking;

/// <summary>
/// Orders rows, best first: those a curator accepted, then by each criterion in turn, then by id, so that no two rows are equal. A row
/// whose measure is not known comes after those where it is.
/// </summary>
public sealed class CandidateRanking : IComparer<SelectionCandidate>
{
    private readonly Func<SelectionCandidate, double>[] _costs;

    /// <param name="criteria">The criteria, first the one that counts most.</param>
    /// <param name="difficulty">Judges <see cref="RankCriterion.Easy"/> and <see cref="RankCriterion.Hard"/>.</param>
    public CandidateRanking(IEnumerable<RankCriterion> criteria, DifficultyEstimate difficulty)
        => _costs = [.. criteria.Select(criterion => Cost(criterion, difficulty))];

    public int Compare(SelectionCandidate? x, SelectionCandidate? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var order = (y.Mark == CurationDecision.Accept).CompareTo(x.Mark == CurationDecision.Accept);
        for (var i = 0; order == 0 && i < _costs.Length; i++)
        {
            order = _costs[i](x).CompareTo(_costs[i](y));
        }

        return order != 0 ? order : string.CompareOrdinal(x.RowId, y.RowId);
    }

    private static Func<SelectionCandidate, double> Cost(RankCriterion criterion, DifficultyEstimate difficulty) => criterion switch
    {
        RankCriterion.Reward => c => -c.Reward ?? double.PositiveInfinity,
        RankCriterion.FewTokens => c => c.TokenCount,
        RankCriterion.ManyTokens => c => -c.TokenCount,
        RankCriterion.LowPerplexity => c => c.Perplexity ?? double.PositiveInfinity,
        RankCriterion.HighPerplexity => c => -c.Perplexity ?? double.PositiveInfinity,
        RankCriterion.Easy => c => difficulty.Of(c.Draws),
        RankCriterion.Hard => c => -difficulty.Of(c.Draws),
        RankCriterion.ManyBacktracks => c => -c.BacktrackCount,
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "allowed are the named criteria"),
    };
}
