using System.Collections.Concurrent;
using SynthFarm.Corpus.Durability;

namespace SynthFarm.Farm.Tests.Support;

/// <summary>
/// Simulates the death of the process in a test's own process: from the n-th time a point is reached on, this and every other point throws,
/// so that nothing durable happens any more.
/// </summary>
internal sealed class ThrowingCrashPoints(string? point = null, int occurrence = 1) : ICrashPoints
{
    private int _left = occurrence;
    private volatile string? _crashedAt;

    /// <summary>How often each point was reached.</summary>
    public ConcurrentDictionary<string, int> Reached { get; } = [];

    public bool HasCrashed => _crashedAt is not null;

    public void Reach(string reached)
    {
        Reached.AddOrUpdate(reached, 1, (_, count) => count + 1);
        if (_crashedAt is null && reached == point && Interlocked.Decrement(ref _left) == 0)
        {
            _crashedAt = reached;
        }

        if (_crashedAt is { } at)
        {
            throw new SimulatedCrashException(at);
        }
    }
}
