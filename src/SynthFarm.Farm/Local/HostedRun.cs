using SynthFarm.Farm.Models;
using SynthFarm.Farm.Pipeline;
using SynthFarm.Farm.Progress;

namespace SynthFarm.Farm.Local;

/// <summary>A run that a local farm has opened: waits for its turn, runs, and lets go of everything.</summary>
internal sealed class HostedRun : IAsyncDisposable
{
    private readonly FarmRun _run;
    private readonly RunModels _models;
    private readonly CancellationTokenSource _stop = new();
    private volatile bool _isCancelled;

    public HostedRun(string name, FarmRun run, RunModels models, EventLog events, SemaphoreSlim turn)
    {
        Name = name;
        _run = run;
        _models = models;
        Events = events;
        Ended = Task.Run(() => RunAsync(turn));
    }

    public string Name { get; }

    public EventLog Events { get; }

    /// <summary>Completes when the run is over and its directory is free; never faults.</summary>
    public Task Ended { get; }

    public RunInfo Info => new(Name, _run.File, _run.Progress());

    /// <summary>SHA-256 of the problem file it was submitted with.</summary>
    public string ProblemsSha256 => _run.File.Problems.SourceSha256;

    /// <summary>Asks to stop.</summary>
    /// <param name="forGood">Whether the run is cancelled rather than interrupted.</param>
    public async Task StopAsync(bool forGood)
    {
        _isCancelled = forGood;
        await _stop.CancelAsync().ConfigureAwait(false);
        await Ended.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(forGood: false).ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync(SemaphoreSlim turn)
    {
        var hasTurn = false;
        try
        {
            hasTurn = await HasTurnAsync(turn).ConfigureAwait(false);
            await _run.RunAsync(_stop.Token, () => _isCancelled).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // The run's state and report say it too; there is nobody to throw to.
            Events.Add(new RunNotice($"run {Name} failed: {e.Message}"));
        }
        finally
        {
            if (hasTurn)
            {
                turn.Release();
            }

            await _run.DisposeAsync().ConfigureAwait(false);
            await _models.DisposeAsync().ConfigureAwait(false);
            Events.Complete();
        }
    }

    /// <summary>Waits for the turn; without one the run was stopped while it waited, and only says so.</summary>
    private async Task<bool> HasTurnAsync(SemaphoreSlim turn)
    {
        try
        {
            await turn.WaitAsync(_stop.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
