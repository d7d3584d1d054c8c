namespace SynthFarm.Core.Hygiene.Duplicates;

/// <summary>Union-find over texts in order of adding; the first text of a cluster stands for it.</summary>
internal sealed class Clusters
{
    private readonly List<int> _parents = [];

    public int Count => _parents.Count;

    public void Add() => _parents.Add(_parents.Count);

    /// <summary>The first text of the cluster.</summary>
    public int First(int text)
    {
        while (_parents[text] != text)
        {
            _parents[text] = _parents[_parents[text]];
            text = _parents[text];
        }

        return text;
    }

    /// <summary>Joins two clusters; the earlier of their first texts stands for both.</summary>
    /// <returns>The first text that no longer stands for a cluster; -1 when the two were one already.</returns>
    public int Join(int x, int y)
    {
        var (a, b) = (First(x), First(y));
        if (a == b)
        {
            return -1;
        }

        var (first, second) = a < b ? (a, b) : (b, a);
        _parents[second] = first;
        return second;
    }
}
