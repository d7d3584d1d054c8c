using SynthFarm.Parquet.Buffers;
using SynthFarm.Parquet.Encodings;

namespace SynthFarm.Parquet.Writing.Pages;

/// <summary>
/// Decides page by page whether a chunk keeps its dictionary. The first page must get smaller by it; a later page that
/// takes the dictionary above its limit ends it, and the chunk goes on in PLAIN form.
/// </summary>
/// <param name="limit">Most bytes of a dictionary.</param>
/// <param name="indices">For the indices of one page after the other.</param>
internal sealed class DictionaryChoice(int limit, ValueList<int> indices)
{
    private int pages;

    /// <summary>Whether the next page tries the dictionary.</summary>
    public bool IsOpen { get; private set; } = limit > 0;

    /// <summary>Indices of the page's values.</summary>
    public ValueList<int> Indices => indices;

    /// <summary>Entries that written pages refer to.</summary>
    public int Entries { get; private set; }

    /// <summary>Whether a dictionary of this size is too large.</summary>
    public bool IsAboveLimit(int bytes) => bytes > limit;

    public void StartChunk()
    {
        IsOpen = limit > 0;
        Entries = 0;
        pages = 0;
    }

    /// <summary>Decides on a page whose values all have an index.</summary>
    /// <param name="entries">Entries of the dictionary now.</param>
    /// <param name="dictionaryBytes">Bytes of the dictionary now.</param>
    /// <param name="rawBytes">Bytes of the page in PLAIN form.</param>
    public bool Accept(int entries, int dictionaryBytes, int rawBytes)
    {
        var packed = (long)indices.Count * BitWidth.Of(entries - 1) / 8;
        if (pages == 0 && dictionaryBytes + packed >= rawBytes) return Reject();
        Entries = entries;
        pages++;
        return true;
    }

    public bool Reject()
    {
        IsOpen = false;
        return false;
    }

    /// <summary>Appends the page's indices: their bit width, then the hybrid.</summary>
    public void WriteIndices(ByteBuffer page)
    {
        var width = BitWidth.Of(Entries - 1);
        page.WriteByte((byte)width);
        RleEncoder.Encode(indices.Span, width, page);
    }
}
