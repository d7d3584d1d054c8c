namespace SynthFarm.Inference.Training;

/// <summary>
/// Which sequence goes to which shard: longest first, each to the shard with the fewest tokens so far. A function of the
/// lengths alone, so a batch is always cut the same way.
/// </summary>
internal sealed class ShardPlan(int shards)
{
    private readonly List<int>[] _members = [.. Enumerable.Range(0, shards).Select(_ => new List<int>())];
    private readonly long[] _loads = new long[shards];
    private long[] _order = [];

    /// <summary>Indexes of a shard's sequences, longest first.</summary>
    public List<int> Members(int shard) => _members[shard];

    /// <param name="count">Number of sequences.</param>
    /// <param name="length">Length of each.</param>
    public void Assign(int count, Func<int, int> length)
    {
        if (_order.Length < count) _order = new long[count];
        // One sortable key each: longer first, then by index.
        for (int i = 0; i < count; i++) _order[i] = ((long)-length(i) << 32) | (uint)i;
        Array.Sort(_order, 0, count);
        Array.Clear(_loads);
        foreach (List<int> members in _members) members.Clear();
        for (int i = 0; i < count; i++)
        {
            int least = 0;
            for (int shard = 1; shard < _loads.Length; shard++)
                if (_loads[shard] < _loads[least]) least = shard;
            int index = (int)_order[i];
            _members[least].Add(index);
            _loads[least] += length(index);
        }
    }
}
