using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Trees;

namespace SynthFarm.Corpus.Store;

/// <summary>
/// The live corpus of a run directory: every finished problem with its tree, committed in batches. What a commit returned from is there
/// after any crash; what it did not return from is there completely or not at all. Small parts are merged into larger ones in the background.
/// </summary>
/// <remarks>
/// One writer per run directory, also across processes; readers need no lock (<see cref="CorpusReader"/>). Safe to call concurrently:
/// commits queue, are written on one thread, and wait for a merge only while it replaces the manifest. Memory holds about 100 bytes per
/// finished problem, the batch being committed, and one row group of each part being merged.
/// </remarks>
public sealed class LiveCorpus : ICorpusStore, ILiveParts, IDisposable
{
    private readonly string _runDirectory;
    private readonly ICrashPoints _crashPoints;
    private readonly FileStream _lock;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly WorkThread _thread = new("corpus commits");
    private readonly ProblemIndex _index;
    private readonly BackgroundMerges _merges;
    private volatile LiveManifest _manifest;
    private bool _isUncertain;

    private LiveCorpus(string runDirectory, LiveManifest manifest, ProblemIndex index, FileStream writerLock, LiveCorpusOptions options)
    {
        _runDirectory = runDirectory;
        _manifest = manifest;
        _index = index;
        _lock = writerLock;
        _crashPoints = options.CrashPoints;
        _merges = new BackgroundMerges(new PartMerger(runDirectory, manifest.Lineage, _crashPoints), this, options);
    }

    /// <summary>Number of commits so far.</summary>
    public long Sequence => _manifest.Sequence;

    public CorpusLineage Lineage => _manifest.Lineage;

    /// <inheritdoc/>
    public CorpusCounts Counts
    {
        get
        {
            lock (_index)
            {
                return _index.Counts;
            }
        }
    }

    LiveManifest ILiveParts.Manifest => _manifest;

    /// <summary>
    /// Opens the corpus of a run directory for writing, creating it when there is none. Files that an interrupted commit or merge left
    /// behind are removed.
    /// </summary>
    /// <param name="lineage">Where the run's trees come from; an existing corpus must have the same.</param>
    /// <param name="options">Defaults when null.</param>
    /// <exception cref="CorpusException">Another writer has it open, its lineage is another, or what it lists is damaged or missing.</exception>
    /// <exception cref="ArgumentException">An option is out of bounds.</exception>
    public static LiveCorpus Open(string runDirectory, CorpusLineage lineage, LiveCorpusOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(runDirectory);
        ArgumentNullException.ThrowIfNull(lineage);
        options ??= new LiveCorpusOptions();
        if (options.Validate("corpus").FirstOrDefault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        Directory.CreateDirectory(RunLayout.Trees(runDirectory));
        Directory.CreateDirectory(RunLayout.Problems(runDirectory));
        var writerLock = WriterLock.Take(RunLayout.Lock(runDirectory), runDirectory);
        try
        {
            var manifest = LiveManifestFile.LoadOrCreate(runDirectory, lineage);
            OrphanedParts.Remove(runDirectory, manifest);
            return new LiveCorpus(runDirectory, manifest, ProblemIndexReader.Read(runDirectory, manifest), writerLock, options);
        }
        catch
        {
            writerLock.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ProblemOutcome? Find(string problemId, string contentHash)
    {
        ArgumentNullException.ThrowIfNull(problemId);
        ArgumentNullException.ThrowIfNull(contentHash);
        lock (_index)
        {
            return _index.TryGet(problemId, out var entry) && entry.Contents == ProblemKey.Of(contentHash).High ? entry.Outcome : null;
        }
    }

    /// <summary>What is committed, each problem once, without its tree. Not beside commits.</summary>
    public IEnumerable<ProblemSummary> Summaries()
    {
        using var lease = ReaderLease.Take(_runDirectory);
        var reader = new PartReader(_runDirectory);
        foreach (var part in _manifest.Parts)
        {
            foreach (var summary in reader.ReadSummaries(part).Where(s => IsCurrent(s.ProblemId, part)))
            {
                yield return summary;
            }
        }
    }

    /// <inheritdoc/>
    public async Task CommitAsync(IReadOnlyList<FinishedProblem> problems, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problems);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(!_lock.CanWrite, this);
            await _thread.RunAsync(() => Commit(problems)).ConfigureAwait(false);
            _merges.Start();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Starts to merge in the background what is due, as every commit does.</summary>
    public void StartMerging() => _merges.Start();

    /// <summary>Merges every part that is due for it before it returns. Commits go on meanwhile; without this call it happens beside them.</summary>
    /// <exception cref="CorpusException">A part is damaged; it stays as it is.</exception>
    public Task MergeAsync(CancellationToken cancellationToken = default) => _merges.CompleteAsync(cancellationToken);

    /// <summary>Waits for a small merge that is running, gives up a large one, which a later opening begins again, and lets the next writer in.</summary>
    public void Dispose()
    {
        _merges.Dispose();
        _thread.Dispose();
        _lock.Dispose();
        _gate.Dispose();
    }

    bool ILiveParts.IsCurrent(string problemId, LivePart part) => IsCurrent(problemId, part);

    void ILiveParts.Replace(IReadOnlyList<LivePart> parts, LivePart merged)
    {
        _gate.Wait();
        try
        {
            var kept = _manifest.Parts.Where(p => !parts.Contains(p)).Append(merged).OrderBy(p => p.Sequence);
            Put(_manifest with { Format = LiveManifest.ExpectedFormat, Merges = _manifest.Merges + 1, Parts = [.. kept] }, PartNames.OfMerges);
        }
        finally
        {
            _gate.Release();
        }
    }

    private bool IsCurrent(string problemId, LivePart part)
    {
        lock (_index)
        {
            return _index.IsCurrent(problemId, part);
        }
    }

    private void Commit(IReadOnlyList<FinishedProblem> problems)
    {
        RequireCertain();
        var batch = Batch(problems);
        if (batch.Count == 0)
        {
            return;
        }

        var number = Sequence + 1;
        var part = new PartWriter(_runDirectory, Lineage, PartNames.OfCommits, _crashPoints).Write(number, number, batch);
        Put(_manifest with { Format = LiveManifest.ExpectedFormat, Sequence = number, Parts = [.. _manifest.Parts, part] }, PartNames.OfCommits);
        lock (_index)
        {
            foreach (var finished in batch)
            {
                _index.Set(ProblemSummary.Of(finished), number);
            }
        }
    }

    private void Put(LiveManifest next, PartNames points)
    {
        RequireCertain();
        LiveManifestFile.Write(_runDirectory, next, points, _crashPoints);

        // A failure from here on leaves it open whether the new manifest is in place; only opening again tells.
        _isUncertain = true;
        LiveManifestFile.PutInPlace(_runDirectory, points, _crashPoints);
        _manifest = next;
        _isUncertain = false;
    }

    private void RequireCertain()
    {
        if (_isUncertain)
        {
            throw new CorpusException($"An earlier commit to \"{_runDirectory}\" was interrupted; open the corpus again.");
        }
    }

    /// <summary>What of the problems is new, each id once (the last one given), in ordinal order.</summary>
    private List<FinishedProblem> Batch(IReadOnlyList<FinishedProblem> problems)
    {
        var latest = new Dictionary<string, FinishedProblem>(StringComparer.Ordinal);
        foreach (var finished in problems)
        {
            UnicodeText.Require(finished);
            latest[finished.Problem.Id] = finished;
        }

        return [.. latest.Values.Where(p => _index.IsNews(ProblemSummary.Of(p))).OrderBy(p => p.Problem.Id, StringComparer.Ordinal)];
    }
}
