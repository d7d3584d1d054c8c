using SynthFarm.Core.Configuration;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search.Omega;

/// <summary>
/// OmegaPRM's search for step labels (Luo et al., 2024, arXiv 2406.06592): of the wrong rollouts of states that also have right ones, the most
/// promising by Q + U is searched by bisection for its first error. A position from which some of k rollouts end well lies before it, one from which
/// none does lies behind it. Every position looked at becomes a state with its share of correct rollouts, and its wrong rollouts join the pool.
/// </summary>
/// <remarks>
/// Uses the gold answer by its nature. What the paper leaves open: positions are the steps of the policy, not sixteenths of the text; lengths are
/// tokens; a rollout drawn several times is one of the pool; the rollouts stay in the tree, and a state's counts are stored as the step's Monte-Carlo
/// counts; of equal scores the rollout drawn first counts. A problem that every or no first rollout solves has an empty pool and ends at once.
/// </remarks>
public sealed class OmegaSearch : ITreeSearch
{
    private readonly OmegaOptions _options;

    public OmegaSearch(OmegaOptions options) => _options = OptionBounds.Checked(options, o => o.Validate("omega"));

    public string Name => "omega";

    public async Task<SearchEnd> GrowAsync(ReasoningTree tree, SearchContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(context);
        var states = new OmegaStates(tree, new Rollouts(new StepExpander(tree, context)), _options);
        var end = await GrowAsync(tree, states, cancellationToken).ConfigureAwait(false);
        states.Record();
        return end;
    }

    private async Task<SearchEnd> GrowAsync(ReasoningTree tree, OmegaStates states, CancellationToken cancellationToken)
    {
        if ((await states.EvaluateAsync(tree.Root, cancellationToken).ConfigureAwait(false)).End is { } atOnce)
        {
            return atOnce;
        }

        for (var search = 0; search < _options.Searches; search++)
        {
            if (states.TakeBest() is not { } rollout)
            {
                return states.WereCut ? SearchEnd.DepthBudget : SearchEnd.NoFrontier;
            }

            if (await BisectAsync(tree, states, rollout, cancellationToken).ConfigureAwait(false) is { } end)
            {
                return end;
            }
        }

        return SearchEnd.Complete;
    }

    private static async Task<SearchEnd?> BisectAsync(ReasoningTree tree, OmegaStates states, OmegaRollout rollout, CancellationToken cancellationToken)
    {
        var path = tree.PathTo(rollout.Leaf.Id);
        var (before, behind) = (rollout.State.Batch.From.Depth, path.Count);
        while (behind - before > 1)
        {
            var middle = (before + behind) / 2;
            var (state, end) = await states.EvaluateAsync(path[middle - 1], cancellationToken).ConfigureAwait(false);
            if (end is not null)
            {
                return end;
            }

            (before, behind) = state.Correct > 0 ? (middle, behind) : (before, middle);
        }

        return null;
    }
}
