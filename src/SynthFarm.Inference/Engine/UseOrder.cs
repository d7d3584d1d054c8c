namespace SynthFarm.Inference.Engine;

/// <summary>
/// The nodes of a prefix cache in the order of their last use. Using a node uses its parents after it, so that the oldest node never has
/// children.
/// </summary>
internal sealed class UseOrder
{
    private PrefixNode? _newest;

    public PrefixNode? Oldest { get; private set; }

    /// <summary>Makes a node and then each of its parents the newest. The root is not kept.</summary>
    public void Touch(PrefixNode node)
    {
        for (; node.Parent is not null; node = node.Parent)
        {
            Remove(node);
            node.Older = _newest;
            if (_newest is not null)
                _newest.Newer = node;
            _newest = node;
            Oldest ??= node;
        }
    }

    /// <summary>Puts a node that is not in the order next to one that is, just newer.</summary>
    public void InsertNewerThan(PrefixNode older, PrefixNode node)
    {
        node.Older = older;
        node.Newer = older.Newer;
        if (older.Newer is not null)
            older.Newer.Older = node;
        else
            _newest = node;
        older.Newer = node;
    }

    /// <summary>Takes a node out, where it is in.</summary>
    public void Remove(PrefixNode node)
    {
        if (node.Newer is not null)
            node.Newer.Older = node.Older;
        else if (_newest == node)
            _newest = node.Older;
        if (node.Older is not null)
            node.Older.Newer = node.Newer;
        else if (Oldest == node)
            Oldest = node.Newer;
        node.Newer = node.Older = null;
    }
}
