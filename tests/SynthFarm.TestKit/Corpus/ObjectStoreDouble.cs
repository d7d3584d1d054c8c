using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SynthFarm.Corpus.Objects;

namespace SynthFarm.TestKit.Corpus;

/// <summary>A test double of a store: objects in memory, and faults when a test asks for them.</summary>
public sealed class ObjectStoreDouble : IObjectStore
{
    private readonly ConcurrentDictionary<string, byte[]> _objects = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _puts = new();

    public string Location => "double:";

    /// <summary>Asked before every put with its number, from 1, and the name: what goes wrong with it.</summary>
    public Func<int, string, ObjectStoreFault> PutFault { get; set; } = (_, _) => ObjectStoreFault.None;

    /// <summary>How long a list takes over each object.</summary>
    public TimeSpan ListDelay { get; set; }

    /// <summary>The names that were put or tried to be, in order.</summary>
    public IReadOnlyList<string> Puts => [.. _puts];

    /// <inheritdoc/>
    public async Task<bool> PutIfAbsentAsync(string name, Stream contents, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contents);
        ObjectName.Require(name);
        _puts.Enqueue(name);
        var fault = PutFault(_puts.Count, name);
        if (fault is ObjectStoreFault.Refused or ObjectStoreFault.Busy)
        {
            throw new ObjectStoreException($"{name}: {fault}", isTransient: fault == ObjectStoreFault.Busy);
        }

        using var copy = new MemoryStream();
        await contents.CopyToAsync(copy, cancellationToken);
        var isPut = _objects.TryAdd(name, copy.ToArray());
        return isPut && fault == ObjectStoreFault.TimeoutAfterSuccess ? throw new ObjectStoreException($"{name}: timed out", isTransient: true) : isPut;
    }

    /// <inheritdoc/>
    public Task<ObjectInfo?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        ObjectName.Require(name);
        return Task.FromResult(_objects.TryGetValue(name, out var bytes) ? new ObjectInfo(name, bytes.Length) : (ObjectInfo?)null);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ObjectInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ObjectName.RequirePrefix(prefix);
        foreach (var (name, bytes) in _objects.ToArray().OrderBy(o => o.Key, StringComparer.Ordinal).Where(o => o.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            await Task.Delay(ListDelay, cancellationToken);
            yield return new ObjectInfo(name, bytes.Length);
        }
    }

    /// <inheritdoc/>
    public Task<int?> ReadAsync(string name, long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectName.Require(name);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (!_objects.TryGetValue(name, out var bytes))
        {
            return Task.FromResult<int?>(null);
        }

        var range = bytes.AsSpan((int)Math.Min(offset, bytes.Length));
        range = range[..Math.Min(range.Length, buffer.Length)];
        range.CopyTo(buffer.Span);
        return Task.FromResult<int?>(range.Length);
    }
}
