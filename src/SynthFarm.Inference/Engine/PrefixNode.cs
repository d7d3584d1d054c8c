using SynthFarm.Inference.Decoding;

namespace SynthFarm.Inference.Engine;

/// <summary>
/// A run of tokens in the prefix cache, after those of its parents. A node without children holds the keys and values of the whole path to
/// its end; a node with children holds none, since each child's cover it.
/// </summary>
internal sealed class PrefixNode
{
    public required int[] Label { get; set; }

    public required PrefixNode? Parent { get; set; }

    /// <summary>Positions from the root to the end of this node.</summary>
    public required int End { get; init; }

    /// <summary>Children by the first token of their labels.</summary>
    public Dictionary<int, PrefixNode> Children { get; } = [];

    public KvSequence? Sequence { get; set; }

    /// <summary>Neighbours in the order of use; a node is always newer than its children.</summary>
    public PrefixNode? Newer { get; set; }

    public PrefixNode? Older { get; set; }
}
