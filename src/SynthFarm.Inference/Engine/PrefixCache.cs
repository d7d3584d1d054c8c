using SynthFarm.Inference.Decoding;

namespace SynthFarm.Inference.Engine;

/// <summary>
/// Keys and values of token prefixes, as a trie with runs of tokens on its edges (Zheng et al. 2024, "SGLang", calls it a radix tree).
/// Finds the longest common prefix to the token, and drops what was not used for the longest time, leaves first. Not thread-safe.
/// </summary>
internal sealed class PrefixCache : IDisposable
{
    private readonly PrefixNode _root = new() { Label = [], Parent = null, End = 0 };
    private readonly UseOrder _order = new();
    private readonly HeldBlocks _held;
    private readonly KvBlockPool _pool;
    private readonly int _maxBlocks;

    /// <param name="pool">The pool all sequences are of.</param>
    /// <param name="maxBlocks">Most blocks to hold, at least 0.</param>
    public PrefixCache(KvBlockPool pool, int maxBlocks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxBlocks);
        _pool = pool;
        _maxBlocks = maxBlocks;
        _held = new HeldBlocks(pool.Capacity);
    }

    /// <summary>Distinct blocks held.</summary>
    public int Blocks => _held.Count;

    /// <summary>Positions held now.</summary>
    public long Positions => PositionsInserted - PositionsEvicted;

    public long PositionsInserted { get; private set; }

    public long PositionsEvicted { get; private set; }

    public long Evictions { get; private set; }

    /// <summary>How many of the first tokens are there.</summary>
    public int MatchLength(ReadOnlySpan<int> tokens) => Walk(tokens).Length;

    /// <summary>
    /// The longest cached prefix of the tokens, but at most <paramref name="most"/> positions, as a sequence that is the caller's own.
    /// Empty where nothing matches.
    /// </summary>
    public KvSequence Match(ReadOnlySpan<int> tokens, int most)
    {
        (PrefixNode node, int length) = Walk(tokens[..Math.Min(most, tokens.Length)]);
        if (length == 0)
            return new KvSequence(_pool);
        _order.Touch(node);
        while (node.Sequence is null)
            node = node.Children.Values.First();
        return node.Sequence.Fork(length);
    }

    /// <summary>Keeps a sequence, which becomes the cache's own, under its tokens.</summary>
    /// <param name="tokens">As many as the sequence is long.</param>
    /// <param name="sequence">Their keys and values.</param>
    public void Insert(ReadOnlySpan<int> tokens, KvSequence sequence)
    {
        if (sequence.Length != tokens.Length)
            throw new ArgumentException($"The sequence has {sequence.Length} positions, the tokens are {tokens.Length}.", nameof(sequence));
        (PrefixNode node, int length) = Walk(tokens);
        if (length == tokens.Length)
        {
            sequence.Dispose();
            _order.Touch(node);
            return;
        }

        if (length < node.End)
            node = Split(node, length);
        if (node.Sequence is { } covered)
        {
            _held.Remove(covered);
            covered.Dispose();
            node.Sequence = null;
        }

        var leaf = new PrefixNode { Label = tokens[length..].ToArray(), Parent = node, End = tokens.Length, Sequence = sequence };
        node.Children.Add(leaf.Label[0], leaf);
        _held.Add(sequence);
        PositionsInserted += leaf.Label.Length;
        _order.Touch(leaf);
        while (Blocks > _maxBlocks && EvictOne())
        {
        }
    }

    /// <summary>Drops the run of tokens not used for the longest time. Returns false where the cache is empty.</summary>
    public bool EvictOne()
    {
        if (_order.Oldest is not { } leaf)
            return false;
        PrefixNode parent = leaf.Parent!;
        parent.Children.Remove(leaf.Label[0]);
        _order.Remove(leaf);
        PositionsEvicted += leaf.Label.Length;
        Evictions++;
        KvSequence sequence = leaf.Sequence!;
        _held.Remove(sequence);
        if (parent != _root && parent.Children.Count == 0)
        {
            sequence.Truncate(parent.End);
            _held.Add(sequence);
            parent.Sequence = sequence;
        }
        else
        {
            sequence.Dispose();
            if (parent != _root && parent.Children.Count == 1)
                Join(parent);
        }

        return true;
    }

    public void Dispose()
    {
        while (EvictOne())
        {
        }
    }

    /// <summary>The node in whose label the longest match ends, and the length of the match.</summary>
    private (PrefixNode Node, int Length) Walk(ReadOnlySpan<int> tokens)
    {
        PrefixNode node = _root;
        int length = 0;
        while (length == node.End && length < tokens.Length && node.Children.TryGetValue(tokens[length], out PrefixNode? child))
        {
            length += tokens[length..].CommonPrefixLength(child.Label);
            node = child;
        }

        return (node, length);
    }

    /// <summary>Cuts a node's label so that a node ends at <paramref name="length"/>, and returns that one.</summary>
    private PrefixNode Split(PrefixNode node, int length)
    {
        int cut = node.Label.Length - (node.End - length);
        var upper = new PrefixNode { Label = node.Label[..cut], Parent = node.Parent, End = length };
        node.Parent!.Children[upper.Label[0]] = upper;
        node.Label = node.Label[cut..];
        node.Parent = upper;
        upper.Children.Add(node.Label[0], node);
        _order.InsertNewerThan(node, upper);
        return upper;
    }

    /// <summary>Makes a node with one child and that child one node.</summary>
    private void Join(PrefixNode node)
    {
        PrefixNode child = node.Children.Values.First();
        child.Label = [.. node.Label, .. child.Label];
        child.Parent = node.Parent;
        node.Parent!.Children[child.Label[0]] = child;
        _order.Remove(node);
    }
}
