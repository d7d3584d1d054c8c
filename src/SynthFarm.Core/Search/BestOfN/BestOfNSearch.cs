using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search.BestOfN;

/// <summary>
/// Independent rollouts from the problem to the end, all in one tree. Rollouts that agree so far share steps: a step drawn k times gets k
/// continuations, so the leaves, each counted as often as it was drawn, are exactly N independent samples, and the share of correct ones below
/// a step is Math-Shepherd's soft estimate for it.
/// </summary>
/// <remarks>The state is in the tree (<see cref="ReasoningStep.Draws"/>): depth after depth, every open step without children is continued.</remarks>
public sealed class BestOfNSearch : ITreeSearch
{
    private readonly BestOfNOptions _options;

    public BestOfNSearch(BestOfNOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Validate("bestOfN").FirstOrDefault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        _options = options;
    }

    public string Name => "best-of-n";

    public async Task<SearchEnd> GrowAsync(ReasoningTree tree, SearchContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(context);
        var expander = new StepExpander(tree, context);
        var open = new List<ReasoningStep> { tree.Root };
        for (var depth = 1; open.Count > 0; depth++)
        {
            if (depth > context.Budget.MaxDepth)
            {
                return SearchEnd.DepthBudget;
            }

            var pending = open.Where(step => tree.Children(step.Id).Count == 0).ToList();
            var end = await expander.ExpandAsync(pending, step => step.IsRoot ? _options.Samples : step.Draws, cancellationToken).ConfigureAwait(false);
            if (end is { } budget)
            {
                return budget;
            }

            open = open.SelectMany(step => tree.Children(step.Id)).Select(id => tree[id]).Where(step => !step.IsTerminal).ToList();
        }

        return SearchEnd.Complete;
    }
}
