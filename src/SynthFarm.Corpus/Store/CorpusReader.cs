namespace SynthFarm.Corpus.Store;

/// <summary>
/// Reads the finished problems of a run directory, with or without a writer at work: what it sees is the state of one commit.
/// </summary>
public sealed class CorpusReader
{
    private readonly string _runDirectory;
    private readonly LiveManifest _manifest;
    private readonly ProblemIndex _index;
    private readonly PartReader _parts;

    private CorpusReader(string runDirectory, LiveManifest manifest)
    {
        _runDirectory = runDirectory;
        _manifest = manifest;
        _index = ProblemIndexReader.Read(runDirectory, manifest);
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
        return new CorpusReader(runDirectory, LiveManifest.Load(runDirectory));
    }

    /// <summary>A finished problem with its tree; null when there is none of this id.</summary>
    public FinishedProblem? Find(string problemId)
    {
        ArgumentNullException.ThrowIfNull(problemId);
        return _index.TryGet(problemId, out var entry)
            ? _parts.Read(_manifest.Parts[entry.Part]).FirstOrDefault(p => p.Problem.Id == problemId)
            : null;
    }

    /// <summary>How a problem ended, without reading its tree; null when it, with these contents, is not finished.</summary>
    public ProblemOutcome? OutcomeOf(string problemId, string contentHash)
    {
        ArgumentNullException.ThrowIfNull(problemId);
        ArgumentNullException.ThrowIfNull(contentHash);
        return _index.TryGet(problemId, out var entry) && entry.Contents == ProblemKey.Of(contentHash).High ? entry.Outcome : null;
    }

    /// <summary>Every finished problem once, in the order of the commits. Holds one tree at a time.</summary>
    public IEnumerable<FinishedProblem> Read()
        => Enumerable.Range(0, _manifest.Parts.Count).SelectMany(ReadPart);

    /// <summary>Every finished problem once, in ordinal order of the ids, whatever the parts are.</summary>
    /// <param name="scratchDirectory">A folder for merged parts when there are too many to be read at once; created when needed, left to the caller to remove.</param>
    public IEnumerable<FinishedProblem> ReadSorted(string scratchDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(scratchDirectory);
        return PartMerge.Sorted([.. Enumerable.Range(0, _manifest.Parts.Count).Select(ReadPart)], Lineage, scratchDirectory);
    }

    private IEnumerable<FinishedProblem> ReadPart(int part)
        => _parts.Read(_manifest.Parts[part]).Where(p => _index.IsCurrent(p.Problem.Id, part));
}
