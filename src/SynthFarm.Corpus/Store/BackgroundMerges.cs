using SynthFarm.Corpus.Durability;

namespace SynthFarm.Corpus.Store;

/// <summary>Merges parts beside the commits, one merge at a time. A merge is only ever given up or complete; a failed one stops merging, not the run.</summary>
internal sealed class BackgroundMerges : IDisposable
{
    /// <summary>A merge up to this size is done within about a second, so that closing waits for it.</summary>
    private const long QuickBytes = 16 << 20;

    private readonly PartMerger _merger;
    private readonly LiveCorpusOptions _options;
    private readonly ILiveParts _parts;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly WorkThread _thread = new("corpus merges");
    private readonly CancellationTokenSource _closing = new();
    private Task _running = Task.CompletedTask;
    private volatile bool _hasFailed;

    public BackgroundMerges(PartMerger merger, ILiveParts parts, LiveCorpusOptions options)
        => (_merger, _parts, _options) = (merger, parts, options);

    /// <summary>Starts when something is due and nothing is running. Called after each commit.</summary>
    public void Start()
    {
        if (!_hasFailed && MergePlan.Next(_parts.Manifest.Parts, _options) is not null && _one.Wait(0))
        {
            _running = _thread.RunAsync(RunGuarded);
        }
    }

    /// <summary>Merges everything that is due before it returns.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        await _one.WaitAsync(either.Token).ConfigureAwait(false);
        try
        {
            await _thread.RunAsync(() => Merge(either.Token)).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Ends a quick merge, gives up a long one, and removes what was replaced if nobody reads.</summary>
    public void Dispose()
    {
        if (_closing.IsCancellationRequested)
        {
            return;
        }

        _closing.Cancel();
        _running.GetAwaiter().GetResult();
        _thread.Dispose();
        if (!_hasFailed)
        {
            RemoveReplaced();
        }
    }

    /// <summary>Closing must not fail for files that a later opening removes just as well.</summary>
    private void RemoveReplaced()
    {
        try
        {
            _merger.RemoveReplaced();
        }
        catch (Exception e)
        {
            _options.Notice?.Invoke($"Parts that were merged are not removed yet: {e.Message}");
        }
    }

    private void RunGuarded()
    {
        try
        {
            Merge(_closing.Token);
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            // What was begun is done by a later opening.
        }
        catch (Exception e)
        {
            _hasFailed = true;
            _options.Notice?.Invoke($"Parts of the corpus were not merged and stay as they are: {e.Message}");
        }
        finally
        {
            _one.Release();
        }
    }

    private void Merge(CancellationToken cancellationToken)
    {
        while (MergePlan.Next(_parts.Manifest.Parts, _options) is (var start, var count))
        {
            var parts = _parts.Manifest.Parts.Skip(start).Take(count).ToList();
            var merged = _merger.Write(parts, _parts.IsCurrent, parts.Sum(p => p.Bytes) > QuickBytes ? cancellationToken : CancellationToken.None);
            _parts.Replace(parts, merged);
            _merger.Replaced(parts);
            _merger.RemoveReplaced();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
