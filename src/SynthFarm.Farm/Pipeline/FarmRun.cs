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
    private readonly OpenedRun _open;
    private readonly RunPipeline _pipeline;
    private readonly RunMonitor _monitor;
    private readonly RunServices _services;

    private FarmRun(OpenedRun open, RunModels models, RunServices services)
    {
        _open = open;
        _services = services;
        var meter = new RunMeter(services.Clock);
        _monitor = new RunMonitor(open.File, meter, open.Tally, services, open.Absent, open.Journal.GeneratedBefore, models, open.Earlier);
        var spec = open.File.Spec;
        _pipeline = new RunPipeline
        {
            Spec = spec,
            Count = open.Pending.Count,
            Read = index => open.Problems.Read(open.Pending[index]),
            Search = new ProblemSearch
            {
                Spec = spec,
                ConfigHash = open.File.ConfigHash,
                Policy = new ObservedPolicyModel(models.Policy, meter),
                Reward = new ObservedRewardModel(models.Reward, meter),
                Search = TreeSearches.Create(spec.Search),
                Judges = services.Judges,
                Journal = open.Journal,
                Meter = meter,
                CrashPoints = services.CrashPoints,
                Clock = services.Clock,
            },
            Commits = new CommitQueue(open.Corpus, spec.Commit, services.Clock, services.CrashPoints, Committed),
            Meter = meter,
            Clock = services.Clock,
            Ended = _monitor.Ended,
        };
    }

    /// <summary>The run file as written at this start.</summary>
    public RunFile File => _open.File;

    /// <summary>The run directory.</summary>
    public string Directory => _open.Directory;

    /// <summary>How many problems this start has to do.</summary>
    public int Pending => _open.Pending.Count;

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
            : Task.Run(OpenValidAsync, cancellationToken);

        async Task<FarmRun> OpenValidAsync()
        {
            var open = await OpenedRun.OpenAsync(request, models, services ??= new RunServices(), cancellationToken).ConfigureAwait(false);
            return new FarmRun(open, models, services);
        }
    }

    /// <summary>The run at this moment.</summary>
    public RunProgress Progress() => _monitor.Progress();

    /// <summary>Does what is pending, then writes <c>report.json</c> and <c>report.md</c>. Once per opening.</summary>
    /// <param name="stop">Asks to stop gently: what is in flight is journalled, what is finished committed.</param>
    /// <param name="cancel">
    /// Asked after a stop: true when the run is cancelled for good, and every problem not ended with it, rather than interrupted.
    /// </param>
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
            if (stop.IsCancellationRequested && cancel?.Invoke() == true)
            {
                await CancelRestAsync().ConfigureAwait(false);
            }

            _monitor.Enter(_monitor.EndState(stop.IsCancellationRequested));
            var report = _monitor.Report(null);
            RunReportFiles.Write(_open.Directory, report);
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

    public ValueTask DisposeAsync() => _open.DisposeAsync();

    /// <summary>Ends every problem that has not ended as cancelled, so that none of them is left without an end.</summary>
    private async Task CancelRestAsync()
    {
        var rest = _open.Pending.Select(_open.Problems.Read).Where(problem => _open.Corpus.Find(problem.Id, problem.ContentHash) is null);
        foreach (var batch in rest.Chunk(File.Spec.Commit.MaxProblems))
        {
            var cancelled = batch.Select(problem => new FinishedProblem
            {
                Problem = problem,
                Outcome = ProblemOutcome.Cancelled,
                Reason = "the run was cancelled",
                Verifier = _services.Judges.Answers(problem).Version,
            }).ToList();
            await _open.Corpus.CommitAsync(cancelled, CancellationToken.None).ConfigureAwait(false);
            cancelled.ForEach(_monitor.Ended);
        }
    }

    private void Committed(IReadOnlyList<FinishedProblem> batch)
    {
        foreach (var finished in batch)
        {
            _open.Journal.Release(finished.Tree!.Id);
        }

        _services.Events?.Invoke(new ProblemsCommitted(batch.Count, _open.Corpus.Sequence));
    }

    /// <summary>The cause of the failure matters more than a report that could not be written, so the latter is only told.</summary>
    private void TryWriteReport(RunReport report)
    {
        try
        {
            RunReportFiles.Write(_open.Directory, report);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _services.Events?.Invoke(new RunNotice($"report.json cannot be written: {e.Message}"));
        }
    }
}
