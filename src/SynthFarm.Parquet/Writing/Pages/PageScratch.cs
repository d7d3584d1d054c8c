using SynthFarm.Parquet.Buffers;
using SynthFarm.Parquet.Encodings;

namespace SynthFarm.Parquet.Writing.Pages;

/// <summary>Memory that the leaves of a writer share, because pages are encoded one after the other.</summary>
internal sealed class PageScratch
{
    private const int KeptMemory = 4 << 20;

    /// <summary>The page before compression.</summary>
    public ByteBuffer Page { get; } = new();

    /// <summary>The page after compression.</summary>
    public ByteBuffer Compressed { get; } = new();

    /// <summary>The page's header.</summary>
    public ByteBuffer Header { get; } = new();

    /// <summary>Where the page's values stand in its dictionary.</summary>
    public ValueList<int> Indices { get; } = new();

    /// <summary>The page's integers as differences.</summary>
    public ByteBuffer Deltas { get; } = new();

    /// <summary>Blocks for finished pages.</summary>
    public Pool<byte[]> Blocks { get; } = new(() => new byte[BlockBuffer.BlockSize]);

    /// <summary>Empty dictionaries of strings and bytes. A leaf has one while it tries, and until its chunk is written if it keeps it.</summary>
    public Pool<BinaryDictionary> Binaries { get; } = new(() => new BinaryDictionary());

    /// <summary>Empty dictionaries of 32-bit integers.</summary>
    public Pool<ValueDictionary<int>> Int32s { get; } = new(() => new ValueDictionary<int>());

    /// <summary>Empty dictionaries of 64-bit integers.</summary>
    public Pool<ValueDictionary<long>> Int64s { get; } = new(() => new ValueDictionary<long>());

    /// <summary>Empty dictionaries of single-precision numbers.</summary>
    public Pool<ValueDictionary<float>> Floats { get; } = new(() => new ValueDictionary<float>());

    /// <summary>Empty dictionaries of double-precision numbers.</summary>
    public Pool<ValueDictionary<double>> Doubles { get; } = new(() => new ValueDictionary<double>());

    /// <summary>Gives back what an unusually large page took.</summary>
    public void Shrink()
    {
        Page.Release(KeptMemory);
        Compressed.Release(KeptMemory);
    }
}
