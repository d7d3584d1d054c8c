using SynthFarm.Core.Search;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Journal;
using SynthFarm.Farm.Models;
using SynthFarm.Farm.ProblemFiles;
using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Runs;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Pipeline;

/// <summary>
/// A run on one machine: opened, its problems are accepted and safe; run, each of them ends as accepted, exhausted or failed in the corpus
/// of its directory. Killed at any moment it is opened again and goes on, inside a tree too.
/// </summary>
/// <remarks>Does not own its models. One run per directory at a time; several runs in one process are independent.</remarks>
public sealed class FarmRun : IAsyncDisposable
{
    private readonly RunDirectory _directory;
    private readonly LiveCorpus _corpus;
    private readonly ProblemCatalog _problems;
    private readonly RunJournal _journal;
    private readonly List<int> _pending;
    private readonly RunPipeline _pipeline;
    private readonly RunMonitor _monitor;
    private readonly RunServices _services;

    private FarmRun(RunDirectory directory, LiveCorpus corpus, ProblemCatalog problems, List<int> pending, RunJournal journal, RunModels models, RunServices services, AbsentProblems absent, RunTally tally)
    {
        (_directory, _corpus, _problems, _pending, _journal, _services) = (directory, corpus, problems, pending, journal, services);
        var meter = new RunMeter(services.Clock);
        _monitor = new RunMonitor(directory.File, meter, tally, services, absent);
        var spec = directory.File.Spec;
        _pipeline = new RunPipeline
        {
            Spec = spec,
            Count = pending.Count,
            Read = index => problems.Read(pending[index]),
            Search = new ProblemSearch
            {
                Spec = spec,
                ConfigHash = directory.File.ConfigHash,
                Policy = new ObservedPolicyModel(models.Policy, meter),
                Reward = new ObservedRewardModel(models.Reward, meter),
                Search = TreeSearches.Create(spec.Search),
                Judges = services.Judges,
                Journal = journal,
                Meter = meter,
                CrashPoints = services.CrashPoints,
            },
            Commits = new CommitQueue(corpus, spec.Commit, services.Clock, services.CrashPoints, Committed),
            Meter = meter,
            Clock = services.Clock,
            Ended = _monitor.Ended,
        };
    }

    /// <summary>The run file as written at this start.</summary>
    public RunFile File => _directory.File;

    /// <summary>The run directory.</summary>
    public string Directory => _directory.Path;

    /// <summary>How many problems this start has to do.</summary>
    public int Pending => _pending.Count;

    /// <summary>Opens or continues a run. When this returns its problems are accepted: none of them can be lost any more.</summary>
    /// <exception cref="SpecException">The specification is out of bounds.</exception>
    /// <exception cref="ProblemFileException">The problem file has faults; nothing was written.</exception>
    /// <exception cref="RunDirectoryException">The directory is in use, of another configuration, damaged, or holds something else.</exception>
    /// <exception cref="JournalException">The journal is damaged.</exception>
    /// <exception cref="Corpus.CorpusException">The corpus is damaged.</exception>
    public static Task<FarmRun> OpenAsync(RunRequest request, RunModels models, RunServices? services = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(models);
        var faults = request.Spec.Validate().Select(fault => new SpecFault("", fault)).ToList();
        return faults.Count > 0
            ? Task.FromException<FarmRun>(new SpecException(faults))
            : Task.Run(() => Open(request, models, services ?? new RunServices(), cancellationToken), cancellationToken);
    }

    /// <summary>The run at this moment.</summary>
    public RunProgress Progress() => _monitor.Progress();

    /// <summary>Does what is pending, then writes <c>report.json</c> and <c>report.md</c>. Once per opening.</summary>
    /// <param name="stop">Asks to stop gently: what is in flight is journalled, what is finished committed.</param>
    /// <param name="cancel">Whether a stop means cancelled for good (told by the report) rather than interrupted.</param>
    /// <exception cref="RunFailedException">The run's own storage failed; the directory can be resumed.</exception>
    public async Task<RunReport> RunAsync(CancellationToken stop, Func<bool>? cancel = null)
    {
        using var draining = stop.Register(() => _monitor.Enter(RunState.Draining));
        _monitor.Enter(stop.IsCancellationRequested ? RunState.Draining : RunState.Running);
        using var watched = new CancellationTokenSource();
        var watching = _monitor.WatchAsync(watched.Token);
        try
        {
            await _pipeline.RunAsync(stop).ConfigureAwait(false);
            _monitor.Enter(!stop.IsCancellationRequested || _monitor.IsComplete ? RunState.Finished : cancel?.Invoke() == true ? RunState.Cancelled : RunState.Interrupted);
            var report = _monitor.Report(null);
            RunReportFiles.Write(_directory.Path, report);
            return report;
        }
        catch (Exception e)
        {
            _monitor.Enter(RunState.Failed);
            TryWriteReport(_monitor.Report(e.Message));
            throw;
        }
        finally
        {
            await watched.CancelAsync().ConfigureAwait(false);
            await watching.ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _journal.DisposeAsync().ConfigureAwait(false);
        _corpus.Dispose();
        _problems.Dispose();
        _directory.Dispose();
    }

    private static FarmRun Open(RunRequest request, RunModels models, RunServices services, CancellationToken cancellationToken)
    {
        var spec = request.Spec;
        var configuration = RunConfiguration.Create(spec, models.Policy.Identity, models.Reward.Identity, services.Verifiers);
        var opened = new Stack<IDisposable>();
        try
        {
            var directory = RunDirectory.Open(request.Directory, spec, configuration, request.ProblemsPath, services.CrashPoints, cancellationToken);
            opened.Push(directory);
            var corpus = LiveCorpus.Open(directory.Path, Lineage(directory.File, models), services.CrashPoints);
            opened.Push(corpus);
            var pending = new List<int>();
            var index = 0;
            var problems = directory.OpenProblems(
                problem =>
                {
                    if (!IsDone(corpus, problem.Id, problem.ContentHash))
                    {
                        pending.Add(index);
                    }

                    index++;
                },
                cancellationToken);
            opened.Push(problems);
            var tally = new RunTally();
            var absent = AddEarlier(tally, directory.Path, corpus, problems, cancellationToken);
            var journal = RunJournal.Open(
                directory.In(RunLayout.JournalFolder), configuration.Hash, spec.Journal,
                start => problems.Contains(start.ProblemId, start.ContentHash) && !IsDone(corpus, start.ProblemId, start.ContentHash),
                services.CrashPoints, notice => services.Events?.Invoke(new RunNotice(notice)));
            return new FarmRun(directory, corpus, problems, pending, journal, models, services, absent, tally);
        }
        catch
        {
            foreach (var item in opened)
            {
                item.Dispose();
            }

            throw;
        }
    }

    private static CorpusLineage Lineage(RunFile file, RunModels models) => new()
    {
        RunId = file.RunId,
        ConfigHash = file.ConfigHash,
        Seed = file.Spec.Seed,
        PolicyModel = models.Policy.Identity,
        RewardModel = models.Reward.Identity,
        Search = file.Spec.Search.Name,
        Round = file.Spec.Round,
    };

    /// <summary>Failed and cancelled problems are done again: what stopped them may be mended.</summary>
    private static bool IsDone(LiveCorpus corpus, string problemId, string contentHash) =>
        corpus.Find(problemId, contentHash) is ProblemOutcome.Accepted or ProblemOutcome.Exhausted;

    /// <summary>Adds what earlier starts have finished.</summary>
    private static AbsentProblems AddEarlier(RunTally tally, string directory, LiveCorpus corpus, ProblemCatalog problems, CancellationToken cancellationToken)
    {
        var absent = new AbsentProblems();
        foreach (var finished in corpus.Counts.Problems == 0 ? [] : CorpusReader.Open(directory).Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var problem = finished.Problem;
            if (!problems.ContainsId(problem.Id))
            {
                absent.AddGone();
            }
            else if (!problems.Contains(problem.Id, problem.ContentHash))
            {
                absent.AddEdited(problem.Id);
            }
            else if (IsDone(corpus, problem.Id, problem.ContentHash))
            {
                tally.Add(finished);
            }
        }

        return absent;
    }

    private void Committed(IReadOnlyList<FinishedProblem> batch)
    {
        foreach (var finished in batch)
        {
            _journal.Release(finished.Tree!.Id);
        }

        _services.Events?.Invoke(new ProblemsCommitted(batch.Count, _corpus.Sequence));
    }

    /// <summary>The cause of the failure matters more than a report that could not be written, so the latter is only told.</summary>
    private void TryWriteReport(RunReport report)
    {
        try
        {
            RunReportFiles.Write(_directory.Path, report);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _services.Events?.Invoke(new RunNotice($"report.json cannot be written: {e.Message}"));
        }
    }
}
