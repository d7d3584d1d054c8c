using SynthFarm.Parquet.Buffers;
using Encoding = SynthFarm.Parquet.Metadata.Encoding;

namespace SynthFarm.Parquet.Writing.Pages;

/// <summary>The values of the page being filled, and the dictionary of the chunk it belongs to.</summary>
internal abstract class PageValues
{
    /// <summary>Values of the page, nulls not counted.</summary>
    public abstract int Count { get; }

    /// <summary>Size of the page's values in PLAIN form.</summary>
    public abstract int RawBytes { get; }

    public abstract int DictionaryCount { get; }

    /// <summary>Bounds of the page's values.</summary>
    public abstract PageBounds Bounds();

    /// <summary>Appends the page's values in the encoding that fits them, and clears the page.</summary>
    public abstract Encoding Encode(ByteBuffer page);

    /// <summary>Appends the chunk's dictionary in PLAIN form.</summary>
    public abstract void WriteDictionary(ByteBuffer page);

    /// <summary>Forgets the dictionary: a new chunk starts.</summary>
    public abstract void StartChunk();
}
