using SynthFarm.Corpus.Objects;

namespace SynthFarm.Corpus.Pulling;

/// <summary>Files from a place in a store; a local folder is one.</summary>
internal sealed class StoreSource(StoreLocation location) : ISnapshotSource
{
    public string Name => $"{location}";

    /// <inheritdoc/>
    public async Task<SourceFile> OpenAsync(string path, long offset, string? tag, CancellationToken cancellationToken)
    {
        var name = location.NameOf(path);
        try
        {
            return await location.Store.FindAsync(name, cancellationToken).ConfigureAwait(false) is { } info
                ? new SourceFile(new ObjectStream(location.Store, name, offset), offset, info.Length, tag: null)
                : throw new PullException($"{Name}: {path} is not there.");
        }
        catch (ObjectStoreException e)
        {
            throw new PullException($"{Name}: {e.Message}", e) { IsTransient = e.IsTransient };
        }
    }

    public void Dispose()
    {
    }
}
