using System.Security.Cryptography;

namespace SynthFarm.Corpus.Objects;

/// <summary>Puts and reads whole objects, and tries again what may help.</summary>
/// <param name="clock">Waits between attempts.</param>
internal sealed class ObjectTransfer(IObjectStore store, TimeProvider clock)
{
    private const int BlockBytes = 1 << 20;

    /// <summary>Sees to it that an object of this name holds these contents. A put that failed without saying whether it happened is made again, and what is there then compared.</summary>
    /// <param name="open">Opens the contents; called for every attempt.</param>
    /// <param name="sha256">Their SHA-256, lower-case hex.</param>
    /// <returns>False when the name is taken by other contents.</returns>
    /// <exception cref="ObjectStoreException">It failed for good.</exception>
    public async Task<bool> PutAsync(string name, Func<Stream> open, string sha256, CancellationToken cancellationToken)
    {
        var isPut = await TryAsync(
            async () =>
            {
                await using var contents = open();
                return await store.PutIfAbsentAsync(name, contents, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return isPut || await TryAsync(() => HashAsync(name, cancellationToken), cancellationToken).ConfigureAwait(false) == sha256;
    }

    /// <summary>The whole of an object; null when there is none.</summary>
    /// <param name="maxBytes">A larger one is refused.</param>
    public Task<byte[]?> ReadAsync(string name, int maxBytes, CancellationToken cancellationToken) => TryAsync(
        async () =>
        {
            if (await store.FindAsync(name, cancellationToken).ConfigureAwait(false) is not { } info)
            {
                return null;
            }

            if (info.Length > maxBytes)
            {
                throw new ObjectStoreException($"{store.Location}: {name} has {info.Length} bytes; at most {maxBytes} are allowed.");
            }

            var bytes = new byte[info.Length];
            return await store.ReadAsync(name, 0, bytes, cancellationToken).ConfigureAwait(false) == bytes.Length
                ? bytes
                : throw new ObjectStoreException($"{store.Location}: {name} was cut short.", isTransient: true);
        },
        cancellationToken);

    private async Task<string> HashAsync(string name, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockBytes];
        for (var offset = 0L; await store.ReadAsync(name, offset, block, cancellationToken).ConfigureAwait(false) is > 0 and var count; offset += count)
        {
            hash.AppendData(block, 0, count);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private async Task<T> TryAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (ObjectStoreException e) when (e.IsTransient && attempt < Backoff.Attempts)
            {
                await Task.Delay(Backoff.After(attempt), clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
