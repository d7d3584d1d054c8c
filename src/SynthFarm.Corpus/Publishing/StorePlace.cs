using System.Security.Cryptography;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Objects;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Publishing;

/// <summary>
/// A place in a store, which has no rename: the data files are put first, the sealed manifest last, and that is the commit. A reader that
/// finds no manifest finds no snapshot. A publication that was killed is made again; what it has put already is recognised by its contents.
/// </summary>
internal sealed class StorePlace : ISnapshotPlace
{
    private readonly StoreLocation _target;
    private readonly ObjectTransfer _transfer;
    private readonly string _workDirectory;
    private readonly FileStream _lock;

    private StorePlace(StoreLocation target, string workDirectory, FileStream writerLock, TimeProvider clock)
    {
        _target = target;
        _transfer = new ObjectTransfer(target.Store, clock);
        _workDirectory = workDirectory;
        _lock = writerLock;
    }

    /// <inheritdoc/>
    public string BuildDirectory => Path.Combine(_workDirectory, "snapshot");

    /// <inheritdoc/>
    public string ScratchDirectory => Path.Combine(_workDirectory, "scratch");

    /// <param name="workDirectory">A local folder of the publication's own; created, and emptied when done.</param>
    /// <exception cref="CorpusException">Another publication uses the folder.</exception>
    public static StorePlace Take(StoreLocation target, string workDirectory, TimeProvider clock)
    {
        Directory.CreateDirectory(workDirectory);
        var place = new StorePlace(target, workDirectory, WriterLock.Take(Path.Combine(workDirectory, "writer.lock"), workDirectory), clock);
        place.Clear();
        return place;
    }

    /// <inheritdoc/>
    public void Clear()
    {
        Remove();
        Directory.CreateDirectory(BuildDirectory);
    }

    /// <inheritdoc/>
    public async Task<PublishedSnapshot> PublishAsync(SnapshotManifest manifest, ICrashPoints crashPoints, CancellationToken cancellationToken)
    {
        if (await FindSameAsync(manifest, cancellationToken).ConfigureAwait(false) is { } there)
        {
            return there;
        }

        foreach (var file in manifest.Files)
        {
            if (!await PutAsync(file.Path, file.Sha256, cancellationToken).ConfigureAwait(false))
            {
                throw new CorpusException($"{_target}: {file.Path} is there with other contents and no manifest, left by a publication that was not finished. Use another place, or remove what is there.");
            }

            crashPoints.Reach(CrashPoint.StoreFilePut);
        }

        var path = Path.Combine(BuildDirectory, SnapshotManifest.FileName);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false)));
        if (!await PutAsync(SnapshotManifest.FileName, sha256, cancellationToken).ConfigureAwait(false))
        {
            // Somebody else was first.
            return (await FindSameAsync(manifest, cancellationToken).ConfigureAwait(false))!;
        }

        crashPoints.Reach(CrashPoint.StoreManifestPut);
        return new PublishedSnapshot($"{_target}", manifest, WasThere: false);
    }

    public void Dispose()
    {
        Remove();
        _lock.Dispose();
    }

    private Task<bool> PutAsync(string path, string sha256, CancellationToken cancellationToken)
        => _transfer.PutAsync(_target.NameOf(path), () => File.OpenRead(FilePaths.Resolve(BuildDirectory, path)), sha256, cancellationToken);

    private async Task<PublishedSnapshot?> FindSameAsync(SnapshotManifest manifest, CancellationToken cancellationToken)
    {
        var there = await StoredSnapshot.FindAsync(_target, _transfer, cancellationToken).ConfigureAwait(false);
        return there is null ? null
            : there.HasSameContents(manifest) ? new PublishedSnapshot($"{_target}", there, WasThere: true)
            : throw new CorpusException($"{_target} is a snapshot with other contents (published {there.PublishedAt:yyyy-MM-dd HH:mm}); snapshots are never changed. Use another place.");
    }

    private void Remove()
    {
        foreach (var directory in new[] { BuildDirectory, ScratchDirectory }.Where(Directory.Exists))
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
