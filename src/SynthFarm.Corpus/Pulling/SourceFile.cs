namespace SynthFarm.Corpus.Pulling;

/// <summary>An open file of a source.</summary>
/// <param name="contents">From the offset on.</param>
/// <param name="offset">Where it begins: what was asked for, or 0.</param>
/// <param name="length">Of the whole file; null when the source does not say.</param>
/// <param name="tag">Names this version of the file for later calls; null when there is no such name.</param>
/// <param name="owner">Disposed with it.</param>
internal sealed class SourceFile(Stream contents, long offset, long? length, string? tag, IDisposable? owner = null) : IDisposable
{
    public Stream Contents => contents;

    public long Offset => offset;

    public long? Length => length;

    public string? Tag => tag;

    public void Dispose()
    {
        contents.Dispose();
        owner?.Dispose();
    }
}
