using SynthFarm.Corpus.Objects;

namespace SynthFarm.Corpus.Publishing;

/// <summary>A snapshot in a store.</summary>
public static class StoredSnapshot
{
    /// <summary>A larger manifest is refused; one of a hundred thousand files has about 30 MB.</summary>
    internal const int MaxManifestBytes = 128 << 20;

    /// <summary>Reads the manifest of a snapshot; null when there is none, and so no snapshot.</summary>
    /// <exception cref="CorpusException">The manifest is damaged or of another format.</exception>
    /// <exception cref="ObjectStoreException">The store cannot be read.</exception>
    public static Task<SnapshotManifest?> FindAsync(StoreLocation location, TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(location);
        return FindAsync(location, new ObjectTransfer(location.Store, clock ?? TimeProvider.System), cancellationToken);
    }

    internal static async Task<SnapshotManifest?> FindAsync(StoreLocation location, ObjectTransfer transfer, CancellationToken cancellationToken)
    {
        var name = location.NameOf(SnapshotManifest.FileName);
        var bytes = await transfer.ReadAsync(name, MaxManifestBytes, cancellationToken).ConfigureAwait(false);
        return bytes is null ? null : SnapshotManifest.Parse(bytes, $"{location.Store.Location}/{name}");
    }
}
