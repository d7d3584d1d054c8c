using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Diversity;
using SynthFarm.Core.Selection.Mixture;

namespace SynthFarm.Core.Selection;

/// <summary>Cuts the topics to their parts of the mixture and the whole to its budget.</summary>
internal sealed class MixtureStage(CandidatePool pool, SelectionOptions options, TopicTable topics, RowChoice choice)
{
    private readonly bool _isInTokens = options.Budget.Tokens is not null;

    /// <summary>The reason rows are rejected for; null when nothing asks for a cut.</summary>
    public string? Reason => options.Mixture.Proportions != TopicProportions.Natural ? SelectionReason.Mixture
        : options.Budget.Rows is not null || _isInTokens ? SelectionReason.Budget
        : null;

    /// <summary>Units a row counts for.</summary>
    public long SizeOf(SelectionCandidate candidate) => _isInTokens ? candidate.TokenCount : 1;

    /// <summary>Rejects what is beyond, where anything asks for it.</summary>
    /// <returns>The parts of the topics, in their order.</returns>
    public IReadOnlyList<TopicTarget> Apply(IReadOnlyList<TopicYield> yields)
    {
        var rows = topics.Names.Select(_ => new List<int>()).ToList();
        foreach (var at in pool.Left)
        {
            rows[topics.IndexOf(pool.All[at].Topic)].Add(at);
        }

        var supply = rows.Select(r => r.Sum(at => SizeOf(pool.All[at]))).ToList();
        var targets = new MixtureTargets(options.Mixture, topics.Names, Summarise).Compute(supply);
        if (Reason is { } reason)
        {
            Cut(rows, targets, supply, reason);
        }

        return targets;

        (IReadOnlyList<TopicSummary>, TopicSummary) Summarise()
        {
            var summaries = TopicSummaries.Of(pool.All, topics, yields);
            return (summaries, TopicSummaries.Total(pool.All, summaries));
        }
    }

    private void Cut(IReadOnlyList<IReadOnlyList<int>> rows, IReadOnlyList<TopicTarget> targets, IReadOnlyList<long> supply, string reason)
    {
        var quotas = TopicQuotas.Allocate(options.Budget.Rows ?? options.Budget.Tokens, [.. targets.Select(t => t.Share)], supply, options.Mixture.Shortage);
        for (var i = 0; i < rows.Count; i++)
        {
            if (quotas[i] < supply[i])
            {
                var detail = targets[i].Share == 0
                    ? "The topic has no part in the mixture."
                    : $"The topic's part, {quotas[i]} of its {supply[i]} {(_isInTokens ? "tokens" : "rows")}, is filled by better rows.";
                choice.Cut(rows[i], new Quota(quotas[i], SizeOf), new SelectionRejection(reason, detail));
            }
        }
    }
}
