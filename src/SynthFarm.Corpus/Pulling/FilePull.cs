using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Objects;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Pulling;

/// <summary>Pulls one file at a time: goes on where a cut connection left off, begins anew where the source does, waits for a busy one.</summary>
internal sealed class FilePull(ISnapshotSource source, string partialFolder, PullOptions options)
{
    private const int BlockBytes = 1 << 17;

    private const int Tries = 2;

    // A source that cuts after every few bytes makes progress, but not for ever.
    private const int MostAnswers = 1000;

    /// <summary>Bytes of files that came from the source.</summary>
    public long Received { get; private set; }

    /// <summary>The contents of a file of unknown length.</summary>
    /// <param name="maxBytes">A longer one is refused.</param>
    /// <exception cref="PullException">It cannot be had.</exception>
    public async Task<byte[]> ReadAsync(string path, int maxBytes, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                using var file = await source.OpenAsync(path, 0, tag: null, cancellationToken).ConfigureAwait(false);
                using var contents = new MemoryStream();
                var block = new byte[BlockBytes];
                while (await NextAsync(file.Contents, block, path, cancellationToken).ConfigureAwait(false) is > 0 and var count)
                {
                    contents.Write(block, 0, count);
                    if (contents.Length > maxBytes)
                    {
                        throw new PullException($"{source.Name}: {path} has more than {maxBytes} bytes.");
                    }
                }

                return file.Length is { } length && length > contents.Length
                    ? throw new PullException($"{source.Name}: {path} was cut off at {contents.Length} of {length} bytes.") { IsTransient = true }
                    : contents.ToArray();
            }
            catch (PullException e) when (e.IsTransient)
            {
                await WaitAsync(e, failures, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Sees to it that a file lies in its place, whole, compared with its checksum, and flushed.</summary>
    /// <param name="target">Its place.</param>
    /// <param name="arrived">Told how many bytes of it are there.</param>
    /// <exception cref="PullException">It cannot be had, or is another than the manifest says.</exception>
    public async Task PullAsync(FileEntry entry, string target, Action<long> arrived, CancellationToken cancellationToken)
    {
        var partial = PartialFile.Open(partialFolder, entry);
        using (partial)
        {
            await FillAsync(partial, entry, arrived, cancellationToken).ConfigureAwait(false);
        }

        options.CrashPoints.Reach(CrashPoint.PullFileWritten);
        partial.MoveTo(target);
        options.CrashPoints.Reach(CrashPoint.PullFileRenamed);
    }

    private async Task FillAsync(PartialFile partial, FileEntry entry, Action<long> arrived, CancellationToken cancellationToken)
    {
        var (failures, wrong) = (0, 0);
        for (var answers = 1; !(partial.Length == entry.Bytes && partial.Complete()); answers++)
        {
            var before = partial.Length;
            try
            {
                await ReceiveAsync(partial, entry, arrived, cancellationToken).ConfigureAwait(false);

                // Pieces of several answers may not fit together; what is wrong again is wrong at the source.
                if (!partial.Complete() && ++wrong == Tries)
                {
                    throw new PullException($"{source.Name}: {entry.Path} does not have the checksum that the manifest says; the source holds another file.");
                }
            }
            catch (PullException e) when (e.IsTransient && answers < MostAnswers)
            {
                failures = partial.Length > before ? 1 : failures + 1;
                await WaitAsync(e, failures, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ReceiveAsync(PartialFile partial, FileEntry entry, Action<long> arrived, CancellationToken cancellationToken)
    {
        if (partial.Length == entry.Bytes)
        {
            partial.Restart(tag: null);
        }

        using var file = await OpenAsync(partial, entry, cancellationToken).ConfigureAwait(false);
        if (file.Length is { } length && length != entry.Bytes)
        {
            throw new PullException($"{source.Name}: {entry.Path} has {length} bytes where the manifest says {entry.Bytes}.");
        }

        if (file.Offset == 0)
        {
            partial.Restart(file.Tag);
        }

        var block = new byte[BlockBytes];
        while (await NextAsync(file.Contents, block, entry.Path, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            partial.Append(block.AsSpan(0, count));
            Received += count;
            arrived(partial.Length);
            options.CrashPoints.Reach(CrashPoint.PullBytesWritten);
        }

        if (partial.Length < entry.Bytes)
        {
            throw new PullException($"{source.Name}: {entry.Path} was cut off at {partial.Length} of {entry.Bytes} bytes.") { IsTransient = true };
        }
    }

    private async Task<SourceFile> OpenAsync(PartialFile partial, FileEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            return await source.OpenAsync(entry.Path, partial.Length, partial.Tag, cancellationToken).ConfigureAwait(false);
        }
        catch (PullException e) when (e.IsRangeRefused)
        {
            partial.Restart(tag: null);
            throw;
        }
    }

    private async Task<int> NextAsync(Stream contents, byte[] block, string path, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(options.Silence, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        try
        {
            return await contents.ReadAsync(block, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PullException($"{source.Name}: {path}: silent for {options.Silence.TotalSeconds:N0} seconds.", e) { IsTransient = true };
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new PullException($"{source.Name}: {path}: the connection was cut: {e.Message}", e) { IsTransient = true };
        }
        catch (ObjectStoreException e)
        {
            throw new PullException($"{source.Name}: {e.Message}", e) { IsTransient = e.IsTransient };
        }
    }

    private async Task WaitAsync(PullException e, int failures, CancellationToken cancellationToken)
    {
        if (failures >= Backoff.Attempts)
        {
            throw new PullException($"{e.Message} Given up after {failures} attempts; pulling again goes on from here.", e);
        }

        if (e.RetryAfter > options.MaxWait)
        {
            throw new PullException($"{e.Message} It asks to wait {e.RetryAfter.Value.TotalSeconds:N0} seconds; at most {options.MaxWait.TotalSeconds:N0} are waited.", e);
        }

        await Task.Delay(e.RetryAfter ?? Backoff.After(failures), options.Clock, cancellationToken).ConfigureAwait(false);
    }
}
