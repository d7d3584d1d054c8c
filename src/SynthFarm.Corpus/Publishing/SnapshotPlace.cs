using SynthFarm.Corpus.Checking;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Publishing;

/// <summary>
/// The folder a snapshot appears in. It is built in a folder beside it, held by a lock, and moved there by one rename; what a killed process
/// left there is removed, or gone on with, by the next.
/// </summary>
internal sealed class SnapshotPlace : ISnapshotPlace
{
    private readonly string _outDirectory;
    private readonly string _workDirectory;
    private readonly FileStream _lock;

    private SnapshotPlace(string outDirectory, string workDirectory, FileStream writerLock)
        => (_outDirectory, _workDirectory, _lock) = (outDirectory, workDirectory, writerLock);

    /// <inheritdoc/>
    public string BuildDirectory => Path.Combine(_workDirectory, "snapshot");

    /// <inheritdoc/>
    public string ScratchDirectory => Path.Combine(_workDirectory, "scratch");

    /// <summary>Whether what was built is kept when this is disposed, for the next to go on with.</summary>
    public bool KeepsWork { get; set; }

    /// <summary>A place to publish to, with nothing built yet.</summary>
    /// <exception cref="CorpusException">Something that is no snapshot is there, or another publication to it is at work.</exception>
    public static SnapshotPlace Take(string outDirectory)
    {
        var taken = Take(outDirectory, ".tmp-publish");
        taken.Clear();
        return taken;
    }

    /// <summary>A place with what was built before.</summary>
    /// <param name="suffix">What the folder beside it is called: its own name and this.</param>
    /// <inheritdoc cref="Take(string)"/>
    public static SnapshotPlace Take(string outDirectory, string suffix)
    {
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(outDirectory));
        if (File.Exists(place) || (IsTaken(place) && !File.Exists(Path.Combine(place, SnapshotManifest.FileName))))
        {
            throw new CorpusException($"\"{place}\" exists and is no snapshot; a snapshot needs a place of its own.");
        }

        var work = place + suffix;
        Directory.CreateDirectory(work);
        return new SnapshotPlace(place, work, WriterLock.Take(Path.Combine(work, "writer.lock"), place));
    }

    /// <inheritdoc/>
    public void Clear()
    {
        foreach (var directory in new[] { BuildDirectory, ScratchDirectory }.Where(Directory.Exists))
        {
            Directory.Delete(directory, recursive: true);
        }

        Directory.CreateDirectory(BuildDirectory);
    }

    /// <inheritdoc/>
    public Task<PublishedSnapshot> PublishAsync(SnapshotManifest manifest, ICrashPoints crashPoints, CancellationToken cancellationToken)
        => Task.FromResult(Publish(manifest, crashPoints, CrashPoint.BeforeRename, CrashPoint.Renamed));

    /// <summary>Puts the built snapshot in its place by one rename, unless the same is there already.</summary>
    /// <exception cref="CorpusException">Another snapshot is there, or the same one damaged.</exception>
    public PublishedSnapshot Publish(SnapshotManifest manifest, ICrashPoints crashPoints, string beforeRename, string renamed)
    {
        if (FindSame(manifest) is { } there)
        {
            return there;
        }

        crashPoints.Reach(beforeRename);
        if (Directory.Exists(_outDirectory))
        {
            Directory.Delete(_outDirectory);
        }

        Directory.Move(BuildDirectory, _outDirectory);
        DurableFiles.FlushDirectory(Path.GetDirectoryName(_outDirectory)!);
        KeepsWork = false;
        crashPoints.Reach(renamed);
        return new PublishedSnapshot(_outDirectory, manifest, WasThere: false);
    }

    /// <summary>The snapshot of the same contents that is in the place; null when the place is free.</summary>
    /// <exception cref="CorpusException">Another snapshot is there, or the same one damaged.</exception>
    public PublishedSnapshot? FindSame(SnapshotManifest manifest)
    {
        if (!IsTaken(_outDirectory))
        {
            return null;
        }

        var there = SnapshotManifest.Load(_outDirectory);
        RequireSound(there);
        return there.HasSameContents(manifest)
            ? new PublishedSnapshot(_outDirectory, there, WasThere: true)
            : throw new CorpusException($"\"{_outDirectory}\" is a snapshot with other contents (published {there.PublishedAt:yyyy-MM-dd HH:mm}); snapshots are never changed. Use another place.");
    }

    public void Dispose()
    {
        // Windows deletes no open file; elsewhere nobody else may take the place before it is empty.
        if (OperatingSystem.IsWindows())
        {
            _lock.Dispose();
        }

        if (!KeepsWork)
        {
            Directory.Delete(_workDirectory, recursive: true);
        }

        _lock.Dispose();
    }

    private static bool IsTaken(string place) => Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any();

    private void RequireSound(SnapshotManifest there)
    {
        var log = new CheckLog(_outDirectory, new CheckOptions { FilesOnly = true }, CancellationToken.None);
        FileChecks.Check(log, there.Files, SnapshotManifest.FileName);
        if (log.ToReport().Findings is [var finding, ..])
        {
            throw new CorpusException($"\"{_outDirectory}\" is a damaged snapshot. {finding}");
        }
    }
}
