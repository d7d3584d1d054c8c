using SynthFarm.Core.Configuration;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search.MctsG;

/// <summary>
/// Monte-Carlo tree search with global selection (STILL-1, arXiv 2411.11694): the next step to be expanded is the best of all leaves of the tree,
/// not of those below a greedy way from the root. The tree is seeded with many first steps, rollouts from new steps end in answers, an answer's
/// value mixes its reward with how many rollouts agree, and a calculator keeps steps with false equations from being extended.
/// </summary>
/// <remarks>
/// What the paper leaves open: rollouts are drawn step by step and stay in the tree, where each of their steps may be expanded like any other;
/// they begin at the new step with the highest reward, after the pre-expansion too; visits are the paths that ended below a step; of equal scores the
/// step drawn first counts.
/// </remarks>
public sealed class MctsGSearch : ITreeSearch
{
    private readonly MctsGOptions _options;

    public MctsGSearch(MctsGOptions options) => _options = OptionBounds.Checked(options, o => o.Validate("mctsg"));

    public string Name => "mctsg";

    public async Task<SearchEnd> GrowAsync(ReasoningTree tree, SearchContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(context);
        var nodes = new List<GlobalNode> { new(tree.Root, null) };
        var end = await GrowAsync(tree, new StepExpander(tree, context), nodes, cancellationToken).ConfigureAwait(false);
        foreach (var node in nodes)
        {
            var statistics = tree.Statistics(node.Step.Id);
            statistics.Visits = node.Ended;
            statistics.Value = MctsGRules.Value(node, nodes[0], _options.ConsistencyWeight);
        }

        return end;
    }

    private async Task<SearchEnd> GrowAsync(ReasoningTree tree, StepExpander expander, List<GlobalNode> nodes, CancellationToken cancellationToken)
    {
        var rollouts = new Rollouts(expander);
        for (var iteration = 0; iteration <= _options.Iterations; iteration++)
        {
            if (nodes.Where(node => node.IsOpen).MaxBy(node => MctsGRules.Score(node, nodes[0], _options)) is not { } chosen)
            {
                return nodes.Exists(node => !node.Step.IsTerminal && !expander.CanExpand(node.Step)) ? SearchEnd.DepthBudget : SearchEnd.NoFrontier;
            }

            chosen.IsOpen = false;
            var samples = chosen.Step.IsRoot ? _options.PreExpansion : _options.Branch;
            var expansion = await expander.ExpandAsync([chosen.Step], _ => samples, cancellationToken).ConfigureAwait(false);
            var added = Add(tree, expander, nodes, expansion.Steps);
            if (expansion.End is { } end)
            {
                return end;
            }

            if (_options.Rollouts > 0 && added.Where(node => node.IsOpen).MaxBy(node => node.Step.Reward) is { } best)
            {
                var batch = await rollouts.RunAsync(best.Step, _options.Rollouts, cancellationToken).ConfigureAwait(false);
                Add(tree, expander, nodes, batch.Steps);
                if (batch.End is { } cut)
                {
                    return cut;
                }
            }
        }

        return SearchEnd.Complete;
    }

    private List<GlobalNode> Add(ReasoningTree tree, StepExpander expander, List<GlobalNode> nodes, IEnumerable<ReasoningStep> steps)
    {
        var added = new List<GlobalNode>();
        foreach (var step in steps)
        {
            // Every step becomes a node in order of appending, so a node's place is its step's id.
            var node = new GlobalNode(step, nodes[step.ParentId]);
            var repeats = tree.Children(step.ParentId).TakeWhile(id => id < step.Id).Any(id => tree[id].Text == step.Text);
            var isFalse = _options.Calculator && Calculator.FindsError(step.Text);
            tree.Statistics(step.Id).Pruned = !step.IsTerminal && (repeats || isFalse);
            node.IsOpen = expander.CanExpand(step) && !repeats && !isFalse;
            if (step.IsTerminal)
            {
                node.AddEnd(step);
            }

            nodes.Add(node);
            added.Add(node);
        }

        return added;
    }
}
