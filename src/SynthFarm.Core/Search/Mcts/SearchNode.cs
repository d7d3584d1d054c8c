using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search.Mcts;

/// <summary>A step of the tree as a search sees it: with its children that count, its visits and its value.</summary>
internal sealed class SearchNode(ReasoningStep step, SearchNode? parent)
{
    public ReasoningStep Step { get; } = step;

    public SearchNode? Parent { get; } = parent;

    public List<SearchNode> Children { get; } = [];

    /// <summary>How many values were carried up through the node.</summary>
    public int Visits { get; set; }

    public double Value { get; set; }

    /// <summary>Sum of the values that were carried up.</summary>
    public double ValueSum { get; set; }

    /// <summary>Whether the node has all the children it is to get.</summary>
    public bool IsExpanded { get; private set; }

    /// <summary>Whether nothing at or below the node can be expanded any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The node and all above it, from the node on.</summary>
    public IEnumerable<SearchNode> Lineage()
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            yield return node;
        }
    }

    /// <summary>Says that the node has all its children; without an open one it is closed.</summary>
    public void EndExpansion()
    {
        IsExpanded = true;
        if (Children.TrueForAll(child => child.IsClosed))
        {
            Close();
        }
    }

    /// <summary>Closes the node, and every one above of which all children are closed.</summary>
    public void Close()
    {
        IsClosed = true;
        for (var node = Parent; node is { IsExpanded: true, IsClosed: false } && node.Children.TrueForAll(child => child.IsClosed); node = node.Parent)
        {
            node.IsClosed = true;
        }
    }
}
