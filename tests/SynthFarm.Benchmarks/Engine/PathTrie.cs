namespace SynthFarm.Benchmarks.Engine;

/// <summary>Counts the distinct prefixes of token sequences: the positions that a model has to compute at the very least.</summary>
internal sealed class PathTrie
{
    private readonly Dictionary<(int Node, int Token), int> _nodes = [];

    /// <summary>Positions so far.</summary>
    public int Count => _nodes.Count;

    public void Add(ReadOnlySpan<int> tokens)
    {
        int at = 0;
        foreach (int token in tokens)
        {
            if (!_nodes.TryGetValue((at, token), out int next))
                _nodes[(at, token)] = next = _nodes.Count + 1;
            at = next;
        }
    }
}
