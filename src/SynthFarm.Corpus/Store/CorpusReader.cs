namespace SynthFarm.Corpus.Store;

/// <summary>
/// Reads the finished problems of a run directory, with or without a writer at work: what it sees is the state of one commit. Until it is
/// disposed, the writer keeps every part that state needs.
/// </summary>
public sealed class CorpusReader : IDisposable
{
    private const int Attempts = 5;

    private readonly string _runDirectory;
    private readonly ReaderLease _lease;
    private readonly LiveManifest _manifest;
    private readonly ProblemIndex _index;
    private readonly PartReader _parts;

    private CorpusReader(string runDirectory, ReaderLease lease, LiveManifest manifest, ProblemIndex index)
    {
        _runDirectory = runDirectory;
        _lease = lease;
        _manifest = manifest;
        _index = index;
        _parts = new PartReader(runDirectory);
    }

    public CorpusLineage Lineage => _manifest.Lineage;

    public CorpusCounts Counts => _index.Counts;

    /// <summary>Number of commits this reader sees.</summary>
    public long Sequence => _manifest.Sequence;

    /// <exception cref="CorpusException">There is no corpus, or it is damaged; the message names the file.</exception>
    public static CorpusReader Open(string runDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(runDirectory);
        for (var attempt = 1; ; attempt++)
        {
            var lease = ReaderLease.Take(runDirectory);
            LiveManifest? manifest = null;
            try
            {
                manifest = LiveManifest.Load(runDirectory);
                return new CorpusReader(runDirectory, lease, manifest, ProblemIndexReader.Read(runDirectory, manifest));
            }
            catch (CorpusException) when (attempt < Attempts && manifest is not null && HasMerged(runDirectory, manifest))
            {
                lease.Dispose();
            }
            catch
            {
                lease.Dispose();
                throw;
            }
        }
    }

    /// <summary>A finished problem with its tree; null when there is none of this id.</summary>
    public FinishedProblem? Find(string problemId)
    {
        ArgumentNullException.ThrowIfNull(problemId);
        return _index.TryGet(problemId, out var entry)
            ? ReadPart(_manifest.Parts.First(p => p.Covers(entry.Commit))).FirstOrDefault(p => p.Problem.Id == problemId)
            : null;
    }

    /// <summary>How a problem ended, without reading its tree; null when it, with these contents, is not finished.</summary>
    public ProblemOutcome? OutcomeOf(string problemId, string contentHash)
    {
        ArgumentNullException.ThrowIfNull(problemId);
        ArgumentNullException.ThrowIfNull(contentHash);
        return _index.TryGet(problemId, out var entry) && entry.Contents == ProblemKey.Of(contentHash).High ? entry.Outcome : null;
    }

    /// <summary>Every finished problem once, part by part. Holds one tree at a time.</summary>
    /// <exception cref="CorpusChangedException">While enumerating: on a file system without locks, a part was merged meanwhile.</exception>
    public IEnumerable<FinishedProblem> Read() => _manifest.Parts.SelectMany(ReadPart);

    /// <summary>What is known of every finished problem without its tree, part by part.</summary>
    /// <exception cref="CorpusChangedException">As for <see cref="Read"/>.</exception>
    public IEnumerable<ProblemSummary> Summaries()
        => _manifest.Parts.SelectMany(part => Guarded(part, _parts.ReadSummaries(part)).Where(s => _index.IsCurrent(s.ProblemId, part)));

    /// <summary>Every finished problem once, in ordinal order of the ids, whatever the parts are.</summary>
    /// <param name="scratchDirectory">A folder for merged parts when there are too many to be read at once; created when needed, left to the caller to remove.</param>
    /// <exception cref="CorpusChangedException">As for <see cref="Read"/>.</exception>
    public IEnumerable<FinishedProblem> ReadSorted(string scratchDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(scratchDirectory);
        return PartMerge.Sorted([.. _manifest.Parts.OrderBy(part => part.Bytes).Select(ReadPart)], Lineage, scratchDirectory);
    }

    public void Dispose() => _lease.Dispose();

    private IEnumerable<FinishedProblem> ReadPart(LivePart part)
        => Guarded(part, _parts.Read(part)).Where(p => _index.IsCurrent(p.Problem.Id, part));

    private IEnumerable<T> Guarded<T>(LivePart part, IEnumerable<T> items)
    {
        using var enumerator = items.GetEnumerator();
        while (Next(enumerator))
        {
            yield return enumerator.Current;
        }

        bool Next(IEnumerator<T> at)
        {
            try
            {
                return at.MoveNext();
            }
            catch (CorpusException e) when (HasMerged(_runDirectory, _manifest))
            {
                throw new CorpusChangedException($"{part.Problems.Path}: was merged into another part while it was being read; open the corpus again.", e);
            }
        }
    }

    /// <summary>Whether files that a manifest lists are gone because a later one lists others in their place.</summary>
    private static bool HasMerged(string runDirectory, LiveManifest manifest)
        => LiveManifest.Load(runDirectory).Merges != manifest.Merges
            && manifest.Parts.SelectMany(p => p.Files()).Any(f => !File.Exists(Durability.FilePaths.Resolve(runDirectory, f.Path)));
}
