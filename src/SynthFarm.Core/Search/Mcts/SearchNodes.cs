using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search.Mcts;

/// <summary>The nodes of one search, from the root down.</summary>
internal sealed class SearchNodes(ReasoningTree tree, StepExpander expander)
{
    public SearchNode Root { get; } = new(tree.Root, null);

    /// <summary>All nodes but the root, in order of being added.</summary>
    public List<SearchNode> All { get; } = [];

    /// <summary>Whether a path was closed because it had reached the greatest depth.</summary>
    public bool WereCut { get; private set; }

    /// <summary>Why a search ends when everything is closed.</summary>
    public SearchEnd End => WereCut ? SearchEnd.DepthBudget : SearchEnd.NoFrontier;

    /// <summary>Adds steps below a node, each with the value it is given. A step that repeats a sibling's text is marked pruned and is no node.</summary>
    public void Add(SearchNode parent, IEnumerable<ReasoningStep> steps, Func<ReasoningStep, double> value)
    {
        var added = new List<SearchNode>();
        foreach (var step in steps)
        {
            if (parent.Children.Exists(child => child.Step.Text == step.Text && child.Step.Terminal == step.Terminal))
            {
                tree.Statistics(step.Id).Pruned = true;
                continue;
            }

            var node = new SearchNode(step, parent) { Value = value(step) };
            parent.Children.Add(node);
            added.Add(node);
        }

        All.AddRange(added);
        foreach (var node in added.Where(node => !expander.CanExpand(node.Step)))
        {
            WereCut |= !node.Step.IsTerminal;
            node.Close();
        }
    }

    /// <summary>Writes visits and values to the tree's statistics.</summary>
    public void Record()
    {
        foreach (var node in All.Prepend(Root))
        {
            var statistics = tree.Statistics(node.Step.Id);
            (statistics.Visits, statistics.Value) = (node.Visits, node.Value);
        }
    }
}
