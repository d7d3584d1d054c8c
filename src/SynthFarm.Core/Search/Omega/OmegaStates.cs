using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search.Omega;

/// <summary>The states of one search and the pool of wrong rollouts.</summary>
internal sealed class OmegaStates(ReasoningTree tree, Rollouts rollouts, OmegaOptions options)
{
    private readonly SortedDictionary<int, OmegaState> _states = [];
    private readonly List<OmegaRollout> _pool = [];
    private int _visits;

    /// <summary>Whether a rollout reached the greatest depth before its end.</summary>
    public bool WereCut => rollouts.WereCut;

    /// <summary>The state at a step, by k rollouts where it has none yet.</summary>
    public async Task<(OmegaState State, SearchEnd? End)> EvaluateAsync(ReasoningStep step, CancellationToken cancellationToken)
    {
        if (_states.TryGetValue(step.Id, out var known))
        {
            return (known, null);
        }

        var batch = await rollouts.RunAsync(step, options.Rollouts, cancellationToken).ConfigureAwait(false);
        var state = new OmegaState(batch);
        if (batch.End is null)
        {
            _states.Add(step.Id, state);
            Pool(state);
        }

        return (state, batch.End);
    }

    /// <summary>Takes the rollout with the highest Q + U out of the pool and counts a visit of its state; null when the pool is empty.</summary>
    public OmegaRollout? TakeBest()
    {
        var best = _pool.MaxBy(rollout => OmegaRules.Q(rollout.State.MonteCarlo, rollout.Tokens, options) + OmegaRules.U(rollout.State.Visits, _visits, options));
        if (best is not null)
        {
            _pool.Remove(best);
            best.State.Visits++;
            _visits++;
        }

        return best;
    }

    /// <summary>Writes the states' counts to the tree: visits, and the share of correct rollouts as value and as Monte-Carlo counts.</summary>
    public void Record()
    {
        foreach (var (id, state) in _states)
        {
            var statistics = tree.Statistics(id);
            (statistics.Visits, statistics.Value) = (state.Visits, state.MonteCarlo);
            tree.AddMonteCarlo(id, state.Correct, state.Total);
        }
    }

    private void Pool(OmegaState state)
    {
        if (state.Correct == 0 || state.Correct == state.Total)
        {
            return;
        }

        foreach (var leaf in state.Batch.Steps.Where(step => step is { IsTerminal: true, IsCorrectLeaf: false }))
        {
            _pool.Add(new OmegaRollout(state, leaf, tree.PathTo(leaf.Id).Skip(state.Batch.From.Depth).Sum(step => step.TokenIds.Count)));
        }
    }
}
