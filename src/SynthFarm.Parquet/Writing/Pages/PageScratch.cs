using SynthFarm.Parquet.Buffers;

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

    /// <summary>Gives back what an unusually large page took.</summary>
    public void Shrink()
    {
        Page.Release(KeptMemory);
        Compressed.Release(KeptMemory);
    }
}
