using System.Collections.Concurrent;

namespace SynthFarm.Farm.Progress;

/// <summary>
/// What this process has done since it opened the run: sums that do not depend on the order of things, and who waits for what. Thread-safe.
/// </summary>
internal sealed class RunMeter(TimeProvider clock)
{
    private readonly ConcurrentDictionary<long, (Activity Activity, long Since)> _waiting = [];
    private long _calls;
    private long _generatedTokens;
    private long _policyCalls;
    private long _scoredSteps;
    private long _steps;
    private long _lastStep = clock.GetTimestamp();
    private int _inFlight;

    public long GeneratedTokens => Interlocked.Read(ref _generatedTokens);

    public long PolicyCalls => Interlocked.Read(ref _policyCalls);

    public long ScoredSteps => Interlocked.Read(ref _scoredSteps);

    /// <summary>Steps appended to trees.</summary>
    public long Steps => Interlocked.Read(ref _steps);

    /// <summary>Problems being searched.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>How long ago the last step was appended, or the run began.</summary>
    public TimeSpan SinceLastStep => clock.GetElapsedTime(Interlocked.Read(ref _lastStep));

    public void Generated(long tokens)
    {
        Interlocked.Increment(ref _policyCalls);
        Interlocked.Add(ref _generatedTokens, tokens);
    }

    public void Scored(int steps) => Interlocked.Add(ref _scoredSteps, steps);

    public void Appended(int steps)
    {
        Interlocked.Add(ref _steps, steps);
        Interlocked.Exchange(ref _lastStep, clock.GetTimestamp());
    }

    public void Started() => Interlocked.Increment(ref _inFlight);

    public void Ended() => Interlocked.Decrement(ref _inFlight);

    /// <summary>Notes that somebody waits until the result is disposed.</summary>
    public IDisposable Begin(Activity activity)
    {
        var call = Interlocked.Increment(ref _calls);
        _waiting[call] = (activity, clock.GetTimestamp());
        return new Waiting(this, call);
    }

    /// <summary>Calls in flight by what they wait for, and the longest wait.</summary>
    public IReadOnlyDictionary<Activity, (int Count, TimeSpan Longest)> Waits() => _waiting.Values
        .GroupBy(wait => wait.Activity)
        .ToDictionary(group => group.Key, group => (group.Count(), clock.GetElapsedTime(group.Min(wait => wait.Since))));

    private sealed class Waiting(RunMeter meter, long call) : IDisposable
    {
        public void Dispose() => meter._waiting.TryRemove(call, out _);
    }
}
