using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Decoding;

/// <summary>
/// Memory for keys and values in blocks of 16 positions (all layers), reference counted, so that sequences can share the blocks
/// of a common prefix (Kwon et al. 2023, "Efficient Memory Management for Large Language Model Serving with PagedAttention").
/// Memory is taken from the system in slabs as it is first needed and kept. Not thread-safe.
/// </summary>
public sealed unsafe class KvBlockPool : IDisposable
{
    private const long SlabBytes = 16L << 20;

    private readonly List<NativeBuffer> _slabs = [];
    private readonly Stack<int> _free = new();
    private readonly int[] _references;
    private readonly int _slabBlocks;
    private int _made;

    /// <param name="config">The model whose keys and values are kept.</param>
    /// <param name="capacity">Most blocks at once, at least 1.</param>
    public KvBlockPool(LlamaConfig config, int capacity)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Layout = new KvLayout(config);
        Capacity = capacity;
        _references = new int[capacity];
        _slabBlocks = (int)Math.Clamp(SlabBytes / Layout.BlockBytes, 1, capacity);
    }

    /// <summary>Positions in one block.</summary>
    public static int BlockPositions => KvLayout.BlockPositions;

    /// <summary>Most blocks at once.</summary>
    public int Capacity { get; }

    /// <summary>Blocks that nobody holds.</summary>
    public int Free => Capacity - Used;

    /// <summary>Blocks that somebody holds.</summary>
    public int Used => _made - _free.Count;

    /// <summary>Bytes of one block.</summary>
    public long BlockBytes => Layout.BlockBytes;

    internal KvLayout Layout { get; }

    /// <summary>A pool of about this many bytes, at least one block.</summary>
    public static KvBlockPool OfBytes(LlamaConfig config, long bytes) =>
        new(config, (int)Math.Clamp(bytes / new KvLayout(config).BlockBytes, 1, int.MaxValue / 2));

    /// <summary>How many sequences hold the block.</summary>
    internal int References(int block) => _references[block];

    internal float* Pointer(int block) => _slabs[block / _slabBlocks].Pointer + (nint)(block % _slabBlocks) * Layout.BlockFloats;

    /// <summary>Takes a block with one reference. Its contents are whatever was there.</summary>
    internal int Allocate()
    {
        if (!_free.TryPop(out int block))
        {
            if (_made == Capacity)
                throw new KvMemoryException($"All {Capacity} key-value blocks are in use.");
            block = _made;
            if (block / _slabBlocks == _slabs.Count)
                _slabs.Add(new NativeBuffer((long)Math.Min(_slabBlocks, Capacity - block) * Layout.BlockFloats));
            _made++;
        }

        _references[block] = 1;
        return block;
    }

    internal void AddReference(int block) => _references[block]++;

    internal void Release(int block)
    {
        if (--_references[block] == 0)
            _free.Push(block);
    }

    internal void Copy(int from, int to) =>
        new ReadOnlySpan<float>(Pointer(from), Layout.BlockFloats).CopyTo(new Span<float>(Pointer(to), Layout.BlockFloats));

    /// <summary>Gives the memory back. Sequences of this pool must not be used after it.</summary>
    public void Dispose()
    {
        foreach (NativeBuffer slab in _slabs)
            slab.Dispose();
        _slabs.Clear();
    }
}
