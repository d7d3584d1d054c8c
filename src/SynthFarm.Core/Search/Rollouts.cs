using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search;

/// <summary>
/// Independent rollouts from a step to the end, grown together depth by depth: a step that was drawn k times gets k continuations, so the
/// leaves, each counted as often as it was drawn, are independent samples.
/// </summary>
internal sealed class Rollouts(StepExpander expander)
{
    /// <summary>Whether a rollout so far reached the greatest depth before its end.</summary>
    public bool WereCut { get; private set; }

    /// <summary>Draws rollouts.</summary>
    /// <param name="from">The step they begin at; not terminal.</param>
    /// <param name="samples">How many. At least 1.</param>
    /// <param name="cancellationToken">Stops between calls.</param>
    public async Task<RolloutBatch> RunAsync(ReasoningStep from, int samples, CancellationToken cancellationToken)
    {
        var batch = new RolloutBatch(from);
        var open = new List<ReasoningStep> { from };
        while (open.Count > 0)
        {
            var expanded = open.Where(expander.CanExpand).ToList();
            WereCut |= expanded.Count < open.Count;
            var expansion = await expander
                .ExpandAsync(expanded, step => step.Id == from.Id ? samples : step.Draws, cancellationToken).ConfigureAwait(false);
            batch.Steps.AddRange(expansion.Steps);
            if (expansion.End is { } end)
            {
                return batch with { End = end };
            }

            open = expansion.Steps.Where(step => !step.IsTerminal).ToList();
        }

        return batch;
    }
}
