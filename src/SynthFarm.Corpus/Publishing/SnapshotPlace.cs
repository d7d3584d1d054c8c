using SynthFarm.Corpus.Checking;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Publishing;

/// <summary>
/// The place of a snapshot while it is being made: a working folder beside it, <c>NAME.tmp-publish</c>, that only one publication at a
/// time may have. What a killed one left there is removed by the next.
/// </summary>
internal sealed class SnapshotPlace : IDisposable
{
    private readonly string _outDirectory;
    private readonly string _workDirectory;
    private readonly FileStream _lock;

    private SnapshotPlace(string outDirectory, string workDirectory, FileStream writerLock)
        => (_outDirectory, _workDirectory, _lock) = (outDirectory, workDirectory, writerLock);

    /// <summary>Where the snapshot is built.</summary>
    public string BuildDirectory => Path.Combine(_workDirectory, "snapshot");

    /// <summary>Where merged parts may be kept meanwhile.</summary>
    public string ScratchDirectory => Path.Combine(_workDirectory, "scratch");

    /// <exception cref="CorpusException">Something that is no snapshot is there, or another publication to it is at work.</exception>
    public static SnapshotPlace Take(string outDirectory)
    {
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(outDirectory));
        if (File.Exists(place) || (IsTaken(place) && !File.Exists(Path.Combine(place, SnapshotManifest.FileName))))
        {
            throw new CorpusException($"\"{place}\" exists and is no snapshot; a snapshot needs a place of its own.");
        }

        var work = place + ".tmp-publish";
        Directory.CreateDirectory(work);
        var writerLock = WriterLock.Take(Path.Combine(work, "writer.lock"), place);
        var taken = new SnapshotPlace(place, work, writerLock);
        taken.Clear();
        Directory.CreateDirectory(taken.BuildDirectory);
        return taken;
    }

    /// <summary>Puts the built snapshot in its place by one rename.</summary>
    /// <exception cref="CorpusException">Another snapshot is there.</exception>
    public PublishedSnapshot Publish(SnapshotManifest manifest, ICrashPoints crashPoints)
    {
        if (IsTaken(_outDirectory))
        {
            var there = SnapshotManifest.Load(_outDirectory);
            RequireSound(there);
            return there.HasSameContents(manifest)
                ? new PublishedSnapshot(_outDirectory, there, WasThere: true)
                : throw new CorpusException($"\"{_outDirectory}\" is a snapshot with other contents (published {there.PublishedAt:yyyy-MM-dd HH:mm}); snapshots are never changed. Publish to another place.");
        }

        crashPoints.Reach(CrashPoint.BeforeRename);
        if (Directory.Exists(_outDirectory))
        {
            Directory.Delete(_outDirectory);
        }

        Directory.Move(BuildDirectory, _outDirectory);
        DurableFiles.FlushDirectory(Path.GetDirectoryName(_outDirectory)!);
        crashPoints.Reach(CrashPoint.Renamed);
        return new PublishedSnapshot(_outDirectory, manifest, WasThere: false);
    }

    public void Dispose()
    {
        Clear();
        _lock.Dispose();
        Directory.Delete(_workDirectory, recursive: true);
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

    private void Clear()
    {
        foreach (var directory in new[] { BuildDirectory, ScratchDirectory }.Where(Directory.Exists))
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
