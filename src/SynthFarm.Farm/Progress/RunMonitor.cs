using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Models;
using SynthFarm.Farm.Pipeline;
using SynthFarm.Farm.Runs;

namespace SynthFarm.Farm.Progress;

/// <summary>Knows where a run is, says so to whoever asks, and speaks up when nothing happens.</summary>
internal sealed class RunMonitor(
    RunFile file, RunMeter meter, RunTally tally, RunServices services, AbsentProblems absent, long generatedBefore, RunModels models, TotalEffort? earlier)
{
    private readonly RateWindow _window = new(services.Clock, TimeSpan.FromSeconds(30));
    private readonly long _finishedBefore = tally.Totals(0).Finished;
    private readonly DateTimeOffset _startedAt = services.Clock.GetUtcNow();
    private readonly long _started = services.Clock.GetTimestamp();
    private readonly RunWork? _workBefore = models.Work?.Invoke();
    private volatile int _state = (int)RunState.Queued;

    public RunState State => (RunState)_state;

    /// <summary>Where the run is once its pipeline has ended.</summary>
    public RunState EndState(bool wasStopped)
    {
        var totals = tally.Totals(0);
        return totals.Cancelled > 0 ? RunState.Cancelled
            : wasStopped && totals.Finished < file.Problems.Count ? RunState.Interrupted
            : RunState.Finished;
    }

    public void Enter(RunState state)
    {
        if (Interlocked.Exchange(ref _state, (int)state) != (int)state)
        {
            services.Events?.Invoke(new StateChanged(state));
        }
    }

    public void Ended(FinishedProblem finished)
    {
        tally.Add(finished);
        absent.Replaced(finished.Problem.Id);
        services.Events?.Invoke(new ProblemEnded(
            finished.Problem.Id, finished.Outcome, finished.Reason, (finished.Tree?.Count ?? 1) - 1, finished.Tree?.GeneratedTokens ?? 0));
    }

    public RunProgress Progress()
    {
        var totals = tally.Totals(file.Problems.Count);
        var elapsed = services.Clock.GetElapsedTime(_started);
        var (trees, tokens) = _window.Sample(totals.Finished, meter.GeneratedTokens);
        var done = totals.Finished - _finishedBefore;
        var left = file.Problems.Count - totals.Finished;
        var isWorking = State is RunState.Running or RunState.Draining;
        return new RunProgress
        {
            State = State,
            Problems = file.Problems.Count,
            Duplicates = file.Problems.Duplicates,
            Absent = absent.Count,
            Totals = totals,
            InFlight = meter.InFlight,
            GeneratedTokens = meter.GeneratedTokens,
            GeneratedBefore = generatedBefore,
            PolicyCalls = meter.PolicyCalls,
            ScoredSteps = meter.ScoredSteps,
            Elapsed = elapsed,
            TreesPerSecond = trees,
            TokensPerSecond = tokens,
            Eta = done > 0 && isWorking ? elapsed * ((double)left / done) : null,
            Waiting = meter.Waits().ToDictionary(wait => wait.Key, wait => wait.Value.Count),
            WhyIdle = isWorking ? IdleReason.Describe(meter, TimeSpan.FromSeconds(file.Spec.Limits.IdleSeconds), models.Troubles?.Invoke()) : null,
        };
    }

    public RunReport Report(string? error) => RunReport.Create(
        file, Progress(), _startedAt, _workBefore is null ? null : models.Work!() - _workBefore, models.Served?.Invoke(), tally.Panel(), earlier, error);

    /// <summary>Tells why the run idles, each time it has idled for a while, until it is over.</summary>
    public async Task WatchAsync(CancellationToken over)
    {
        var interval = TimeSpan.FromSeconds(file.Spec.Limits.IdleSeconds);
        using var timer = new PeriodicTimer(interval, services.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over).ConfigureAwait(false))
            {
                if (IdleReason.Describe(meter, interval, models.Troubles?.Invoke()) is { } why)
                {
                    services.Events?.Invoke(new RunNotice(why));
                }
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The run is over.
        }
    }
}
