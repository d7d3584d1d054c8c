using SynthFarm.Core.Problems;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.ProblemFiles;
using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Runs;

/// <summary>Reads a run directory, whether or not a process is working on it; takes no lock and writes nothing.</summary>
public sealed class RunReader : IDisposable
{
    private readonly ProblemCatalog _problems;
    private readonly CorpusReader? _corpus;
    private readonly Dictionary<ProblemOutcome, long> _outcomes = [];

    private RunReader(string directory, RunFile file, CorpusReader? corpus, CancellationToken cancellationToken)
    {
        Directory = directory;
        File = file;
        _corpus = corpus;
        _problems = ProblemCatalog.Open(
            Path.Combine(directory, file.Problems.Path), file.Problems.Path, new FileDigest(file.Problems.Bytes, file.Problems.Sha256), file.Spec.Limits,
            problem =>
            {
                if (corpus?.OutcomeOf(problem.Id, problem.ContentHash) is { } outcome)
                {
                    _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
                }
            },
            cancellationToken);
    }

    public string Directory { get; }

    public RunFile File { get; }

    /// <summary>Opens a run directory for reading.</summary>
    /// <exception cref="RunDirectoryException">It holds no run, or its run file is damaged.</exception>
    /// <exception cref="ProblemFileException">Its problems are damaged.</exception>
    /// <exception cref="Corpus.CorpusException">Its corpus is damaged.</exception>
    public static RunReader Open(string directory, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var file = RunFile.TryLoad(directory) ?? throw new RunDirectoryException($"{directory}: holds no run ({RunFile.FileName} not found).");
        var hasCorpus = System.IO.File.Exists(Path.Combine(directory, "corpus", "manifest.json"));
        var corpus = hasCorpus ? CorpusReader.Open(directory) : null;
        try
        {
            return new RunReader(directory, file, corpus, cancellationToken);
        }
        catch
        {
            corpus?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Whether the run is still to have this problem with these contents. Problems gone from the problem file are kept in the corpus and
    /// are not; publishing leaves them out.
    /// </summary>
    public bool Contains(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return _problems.Contains(problem.Id, problem.ContentHash);
    }

    /// <summary>The problems that the run is to have, in the order of its file, finished or not.</summary>
    public IEnumerable<Problem> Problems() => Enumerable.Range(0, _problems.Count).Select(_problems.Read);

    /// <summary>A finished problem with its tree; null when there is none of this id.</summary>
    public FinishedProblem? Find(string problemId) => _corpus?.Find(problemId);

    /// <summary>Every finished problem once, with its tree, those gone from the problem file included. Holds one tree at a time.</summary>
    public IEnumerable<FinishedProblem> Read() => _corpus?.Read() ?? [];

    /// <summary>
    /// The run as it stands on disk. The funnel comes from the report where that is up to date, otherwise from the stored
    /// problems.
    /// </summary>
    public RunProgress Progress()
    {
        var report = RunReportFiles.TryLoad(Directory);
        var finished = _outcomes.Values.Sum();
        var totals = report is not null && report.Totals.Finished == finished && report.Problems == _problems.Count ? report.Totals : Count();
        return new RunProgress
        {
            State = StateOf(report, totals),
            Problems = _problems.Count,
            Duplicates = File.Problems.Duplicates,
            Absent = (_corpus?.Counts.Problems ?? 0) - finished,
            Totals = totals,
            InFlight = 0,
            GeneratedTokens = 0,
            GeneratedBefore = report?.AllStarts.GeneratedTokens ?? 0,
            PolicyCalls = 0,
            ScoredSteps = 0,
            Elapsed = TimeSpan.Zero,
            TreesPerSecond = 0,
            TokensPerSecond = 0,
            Eta = null,
            Waiting = new Dictionary<Activity, int>(),
            WhyIdle = null,
        };
    }

    public void Dispose()
    {
        _corpus?.Dispose();
        _problems.Dispose();
    }

    private RunTotals Count()
    {
        var tally = new RunTally(new PanelOptions { Enabled = false });
        foreach (var finished in _corpus?.Summaries().Where(finished => _problems.Contains(finished.ProblemId, finished.ContentHash)) ?? [])
        {
            tally.Add(finished);
        }

        return tally.Totals(_problems.Count);
    }

    private RunState StateOf(RunReport? report, RunTotals totals) =>
        RunLock.IsHeld(Directory) ? RunState.Running
        : totals.Cancelled > 0 ? RunState.Cancelled
        : totals.Finished >= _problems.Count ? RunState.Finished
        : report?.State == RunState.Failed ? RunState.Failed
        : RunState.Interrupted;
}
