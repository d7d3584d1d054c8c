namespace SynthFarm.Inference.Decoding;

/// <summary>
/// The keys and values of one token sequence: a table of blocks and a length. Forks share all blocks; whoever appends to a shared
/// block first takes a copy of it, so the contents of a sequence never change under another. Not thread-safe.
/// </summary>
public sealed class KvSequence : IDisposable
{
    private readonly KvBlockPool _pool;
    private int[] _blocks;
    private int _blockCount;
    private bool _disposed;

    /// <summary>An empty sequence.</summary>
    public KvSequence(KvBlockPool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        _pool = pool;
        _blocks = [];
    }

    /// <summary>Positions whose keys and values are there.</summary>
    public int Length { get; private set; }

    internal KvBlockPool Pool => _pool;

    /// <summary>The last batch this sequence was added to.</summary>
    internal long BatchStamp { get; set; }

    internal ReadOnlySpan<int> Blocks => _blocks.AsSpan(0, _blockCount);

    /// <summary>A sequence that begins with the first <paramref name="length"/> positions of this one. Takes no memory by itself.</summary>
    public KvSequence Fork(int length)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        int count = KvLayout.BlocksFor(length);
        var fork = new KvSequence(_pool) { Length = length, _blocks = new int[count + 2], _blockCount = count };
        for (int i = 0; i < count; i++)
        {
            fork._blocks[i] = _blocks[i];
            _pool.AddReference(_blocks[i]);
        }

        return fork;
    }

    /// <summary>Forgets all but the first <paramref name="length"/> positions.</summary>
    public void Truncate(int length)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        Length = length;
        for (int keep = KvLayout.BlocksFor(length); _blockCount > keep;)
            _pool.Release(_blocks[--_blockCount]);
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        Truncate(0);
        _disposed = true;
    }

    /// <summary>Blocks the pool must have free before <paramref name="count"/> positions can be appended.</summary>
    internal int BlocksNeeded(int count) =>
        Math.Max(0, KvLayout.BlocksFor(Length + count) - _blockCount) + (count > 0 && LastBlockIsShared ? 1 : 0);

    /// <summary>Makes the next <paramref name="count"/> positions writable. The length stays until <see cref="Advance"/>.</summary>
    internal void Reserve(int count)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (count > 0 && LastBlockIsShared)
        {
            int last = Length / KvLayout.BlockPositions;
            int copy = _pool.Allocate();
            _pool.Copy(_blocks[last], copy);
            _pool.Release(_blocks[last]);
            _blocks[last] = copy;
        }

        int needed = KvLayout.BlocksFor(Length + count);
        if (needed > _blocks.Length)
            Array.Resize(ref _blocks, Math.Max(needed, 2 * _blocks.Length));
        while (_blockCount < needed)
            _blocks[_blockCount++] = _pool.Allocate();
    }

    internal void Advance(int count) => Length += count;

    private bool LastBlockIsShared =>
        Length % KvLayout.BlockPositions != 0 && _pool.References(_blocks[Length / KvLayout.BlockPositions]) > 1;
}
