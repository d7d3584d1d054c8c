using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Trees;

namespace SynthFarm.Corpus.Store;

/// <summary>
/// The live corpus of a run directory: every finished problem with its tree, committed in batches. What a commit returned from is there
/// after any crash; what it did not return from is there completely or not at all.
/// </summary>
/// <remarks>
/// One writer per run directory, also across processes; readers need no lock (<see cref="CorpusReader"/>). Safe to call concurrently:
/// commits queue and are written on one thread. Memory holds about 100 bytes per finished problem and the batch being committed.
/// </remarks>
public sealed class LiveCorpus : ICorpusStore, IDisposable
{
    private readonly string _runDirectory;
    private readonly ICrashPoints _crashPoints;
    private readonly FileStream _lock;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly WorkThread _thread = new("corpus commits");
    private readonly ProblemIndex _index;
    private LiveManifest _manifest;
    private bool _isUncertain;

    private LiveCorpus(string runDirectory, LiveManifest manifest, ProblemIndex index, FileStream writerLock, ICrashPoints crashPoints)
    {
        _runDirectory = runDirectory;
        _manifest = manifest;
        _index = index;
        _lock = writerLock;
        _crashPoints = crashPoints;
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

    /// <summary>
    /// Opens the corpus of a run directory for writing, creating it when there is none. Files that an interrupted commit left behind are
    /// removed.
    /// </summary>
    /// <param name="lineage">Where the run's trees come from; an existing corpus must have the same.</param>
    /// <param name="crashPoints">For tests; <see cref="CrashPoint.None"/> when null.</param>
    /// <exception cref="CorpusException">Another writer has it open, its lineage is another, or what it lists is damaged or missing.</exception>
    public static LiveCorpus Open(string runDirectory, CorpusLineage lineage, ICrashPoints? crashPoints = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(runDirectory);
        ArgumentNullException.ThrowIfNull(lineage);
        crashPoints ??= CrashPoint.None;
        Directory.CreateDirectory(RunLayout.Trees(runDirectory));
        Directory.CreateDirectory(RunLayout.Problems(runDirectory));
        var writerLock = WriterLock.Take(RunLayout.Lock(runDirectory), runDirectory);
        try
        {
            var manifest = LiveManifestFile.LoadOrCreate(runDirectory, lineage);
            OrphanedParts.Remove(runDirectory, manifest);
            return new LiveCorpus(runDirectory, manifest, ProblemIndexReader.Read(runDirectory, manifest), writerLock, crashPoints);
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

    /// <inheritdoc/>
    public async Task CommitAsync(IReadOnlyList<FinishedProblem> problems, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problems);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(!_lock.CanWrite, this);
            await _thread.RunAsync(() => Commit(problems)).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _thread.Dispose();
        _lock.Dispose();
        _gate.Dispose();
    }

    private void Commit(IReadOnlyList<FinishedProblem> problems)
    {
        if (_isUncertain)
        {
            throw new CorpusException($"An earlier commit to \"{_runDirectory}\" was interrupted; open the corpus again.");
        }

        var batch = Batch(problems);
        if (batch.Count == 0)
        {
            return;
        }

        var part = new PartWriter(_runDirectory, Lineage, _crashPoints).Write(Sequence + 1, batch);
        var next = _manifest with { Sequence = Sequence + 1, Parts = [.. _manifest.Parts, part] };

        // A failure from here on leaves it open whether the new manifest is in place; only opening again tells.
        _isUncertain = true;
        LiveManifestFile.Replace(_runDirectory, next, _crashPoints);
        _manifest = next;
        lock (_index)
        {
            foreach (var finished in batch)
            {
                _index.Set(ProblemSummary.Of(finished), next.Parts.Count - 1);
            }
        }

        _isUncertain = false;
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
