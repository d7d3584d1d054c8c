using SynthFarm.Core.Problems;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Pipeline;

/// <summary>
/// Works through the pending problems in the order of the file, so many at once, and hands what is finished to the commit queue. Stops
/// gently when asked to, at once when the run itself fails.
/// </summary>
internal sealed class RunPipeline
{
    private int _next = -1;
    private Exception? _failure;

    public required RunSpec Spec { get; init; }

    /// <summary>How many problems are to be done.</summary>
    public required int Count { get; init; }

    /// <summary>Reads the n-th problem to be done.</summary>
    public required Func<int, Problem> Read { get; init; }

    public required ProblemSearch Search { get; init; }

    public required CommitQueue Commits { get; init; }

    public required RunMeter Meter { get; init; }

    public required TimeProvider Clock { get; init; }

    public required Action<FinishedProblem> Ended { get; init; }

    /// <summary>Runs until every problem has ended or been stopped and all that ended is committed.</summary>
    /// <param name="stop">
    /// Asks to stop: no problem is begun any more, searches end after their next durable expansion, what is finished is committed. What
    /// takes longer than <see cref="LimitOptions.DrainSeconds"/> is let go of.
    /// </param>
    /// <exception cref="RunFailedException">The run's own storage failed.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using var abort = new CancellationTokenSource();
        using var letGo = new CancellationTokenSource();
        using var deadline = new DrainDeadline(letGo, TimeSpan.FromSeconds(Spec.Limits.DrainSeconds), Clock, stop);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(abort.Token, letGo.Token);
        var commits = GuardAsync(() => Commits.RunAsync(abort.Token), abort);
        var workers = Enumerable.Range(0, Math.Min(Spec.Concurrency, Count))
            .Select(_ => Task.Run(() => GuardAsync(() => WorkAsync(stop, either.Token, abort.Token), abort), CancellationToken.None));
        await Task.WhenAll(workers).ConfigureAwait(false);
        Commits.Complete();
        await commits.ConfigureAwait(false);
        if (_failure is { } cause)
        {
            throw new RunFailedException(cause.Message, cause);
        }
    }

    private async Task WorkAsync(CancellationToken stop, CancellationToken letGo, CancellationToken abort)
    {
        while (!stop.IsCancellationRequested && !abort.IsCancellationRequested && Interlocked.Increment(ref _next) is var index && index < Count)
        {
            Meter.Started();
            try
            {
                if (await Search.RunAsync(Read(index), stop, letGo).ConfigureAwait(false) is { } finished)
                {
                    Ended(finished);
                    using var waiting = Meter.Begin(Activity.Commit);
                    await Commits.AddAsync(finished, abort).ConfigureAwait(false);
                }
            }
            finally
            {
                Meter.Ended();
            }
        }
    }

    /// <summary>Keeps the first cause and stops everything else.</summary>
    private async Task GuardAsync(Func<Task> action, CancellationTokenSource abort)
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            // Another part failed first; its cause is told.
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref _failure, e is StorageException { InnerException: { } cause } ? cause : e, null);
            await abort.CancelAsync().ConfigureAwait(false);
        }
    }
}
