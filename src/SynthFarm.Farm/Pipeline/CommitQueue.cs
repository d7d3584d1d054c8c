using System.Threading.Channels;
using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Durability;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Pipeline;

/// <summary>
/// Collects finished problems and commits them to the corpus together, by number, size or age. Holds at most two batches; whoever brings
/// more waits.
/// </summary>
internal sealed class CommitQueue(
    LiveCorpus corpus, CommitOptions options, TimeProvider clock, ICrashPoints crashPoints, Action<IReadOnlyList<FinishedProblem>> committed)
{
    private readonly Channel<FinishedProblem> _queue =
        Channel.CreateBounded<FinishedProblem>(new BoundedChannelOptions(options.MaxProblems) { SingleReader = true });

    /// <summary>Hands over a finished problem; waits while the queue is full.</summary>
    public ValueTask AddAsync(FinishedProblem finished, CancellationToken abort) => _queue.Writer.WriteAsync(finished, abort);

    /// <summary>Nothing more will come; <see cref="RunAsync"/> commits what is there and returns.</summary>
    public void Complete() => _queue.Writer.TryComplete();

    /// <summary>Commits until the queue is complete and empty.</summary>
    /// <param name="abort">Stops at once: nothing more is committed.</param>
    public async Task RunAsync(CancellationToken abort)
    {
        while (await _queue.Reader.WaitToReadAsync(abort).ConfigureAwait(false))
        {
            var batch = await CollectAsync(abort).ConfigureAwait(false);
            crashPoints.Reach(FarmCrashPoint.CommitStarting);
            await corpus.CommitAsync(batch, CancellationToken.None).ConfigureAwait(false);
            crashPoints.Reach(FarmCrashPoint.CommitDone);
            committed(batch);
        }
    }

    private async Task<IReadOnlyList<FinishedProblem>> CollectAsync(CancellationToken abort)
    {
        var batch = new List<FinishedProblem>();
        using var age = new CancellationTokenSource(TimeSpan.FromSeconds(options.MaxSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(age.Token, abort);
        for (var bytes = 0L; batch.Count < options.MaxProblems && bytes < options.MaxBytes;)
        {
            if (_queue.Reader.TryRead(out var finished))
            {
                batch.Add(finished);
                bytes += SizeOf(finished.Tree);
            }
            else if (!await IsMoreComingAsync(either.Token, abort).ConfigureAwait(false))
            {
                break;
            }
        }

        return batch;
    }

    private async Task<bool> IsMoreComingAsync(CancellationToken either, CancellationToken abort)
    {
        try
        {
            return await _queue.Reader.WaitToReadAsync(either).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!abort.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>An estimate: two bytes a character, four a token, and what a step costs besides.</summary>
    private static long SizeOf(ReasoningTree? tree) => tree?.Steps.Sum(step => 128L + (2 * step.Text.Length) + (4 * step.TokenIds.Count)) ?? 0;
}
