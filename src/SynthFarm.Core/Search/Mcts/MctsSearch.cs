using SynthFarm.Core.Configuration;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search.Mcts;

/// <summary>
/// Monte-Carlo tree search over steps, guided by a process reward model (ReST-MCTS*, arXiv 2406.03816; with other options OpenR's and
/// rStar-Math's): go down by UCT or PUCT to a step without children, draw them, value the best by its reward and a rollout, carry that up.
/// </summary>
/// <remarks>
/// What the papers leave open: steps of rollouts stay in the tree, as first children of the steps they continue, which draw so many fewer when
/// they are expanded; a child that repeats a sibling does not count; a subtree in which nothing is left to expand is not chosen again, because
/// its values would not change; of equal scores the step drawn first counts.
/// </remarks>
public sealed class MctsSearch : ITreeSearch
{
    private readonly MctsOptions _options;

    public MctsSearch(MctsOptions options) => _options = OptionBounds.Checked(options, o => o.Validate("mcts"));

    public string Name => "mcts";

    public async Task<SearchEnd> GrowAsync(ReasoningTree tree, SearchContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(context);
        var expander = new StepExpander(tree, context);
        var nodes = new SearchNodes(tree, expander);
        var end = await GrowAsync(nodes, expander, cancellationToken).ConfigureAwait(false);
        nodes.Record();
        return end;
    }

    private async Task<SearchEnd> GrowAsync(SearchNodes nodes, StepExpander expander, CancellationToken cancellationToken)
    {
        for (var iteration = 0; iteration < _options.Iterations && !nodes.Root.IsClosed; iteration++)
        {
            var node = nodes.Root;
            while (node.IsExpanded)
            {
                node = MctsRules.Select(node, _options);
            }

            var before = nodes.All.Count;
            if (await ExpandAsync(node, nodes, expander, cancellationToken).ConfigureAwait(false) is { } end)
            {
                return end;
            }

            if (node.Children.MaxBy(child => child.Value) is { } best)
            {
                if (await RollOutAsync(best, nodes, expander, cancellationToken).ConfigureAwait(false) is { } cut)
                {
                    return cut;
                }

                MctsRules.BackUp(best, _options.Backup);
            }

            if (_options.EndValue > 0 && nodes.All.Skip(before).Any(IsGoodAnswer))
            {
                return SearchEnd.Complete;
            }
        }

        return nodes.Root.IsClosed ? nodes.End : SearchEnd.Complete;
    }

    private async Task<SearchEnd?> ExpandAsync(SearchNode node, SearchNodes nodes, StepExpander expander, CancellationToken cancellationToken)
    {
        var samples = (node.Step.IsRoot && _options.RootBranch > 0 ? _options.RootBranch : _options.Branch) - node.Children.Count;
        if (samples > 0)
        {
            var expansion = await expander.ExpandAsync([node.Step], _ => samples, cancellationToken).ConfigureAwait(false);
            if (expansion.End is { } end)
            {
                return end;
            }

            nodes.Add(node, expansion.Steps, ValueOf);
        }

        node.EndExpansion();
        return null;
    }

    /// <summary>Draws one path on from a node and mixes what it came to into the node's value.</summary>
    private async Task<SearchEnd?> RollOutAsync(SearchNode from, SearchNodes nodes, StepExpander expander, CancellationToken cancellationToken)
    {
        var (node, best) = (from, double.NegativeInfinity);
        for (var steps = 0; _options.Rollout == MctsRollout.ToEnd || (_options.Rollout == MctsRollout.Forward && steps < _options.RolloutSteps); steps++)
        {
            if (!expander.CanExpand(node.Step))
            {
                break;
            }

            if (node.Children.Count == 0)
            {
                var expansion = await expander.ExpandAsync([node.Step], _ => 1, cancellationToken).ConfigureAwait(false);
                if (expansion.End is { } end)
                {
                    return end;
                }

                nodes.Add(node, expansion.Steps, ValueOf);
                if (node.Children.Count == 0)
                {
                    break;
                }
            }

            node = node.Children[0];
            best = _options.Rollout == MctsRollout.ToEnd ? node.Value : Math.Max(best, node.Value);
        }

        if (node != from)
        {
            from.Value = ((1 - _options.RolloutWeight) * from.Value) + (_options.RolloutWeight * best);
        }

        return null;
    }

    private double ValueOf(ReasoningStep step) => step.Terminal switch
    {
        TerminalKind.None => step.Reward ?? 0,
        TerminalKind.Answer when _options.LeafValue == LeafValue.Reward => step.Reward ?? 0,
        _ => step.IsCorrectLeaf ? 1 : 0,
    };

    private bool IsGoodAnswer(SearchNode node) => node.Step.Terminal == TerminalKind.Answer && ValueOf(node.Step) >= _options.EndValue;
}
