namespace SynthFarm.Inference.Server.Status;

/// <summary>
/// Tells a server that works from one that only answers. It looks whenever it is asked: what was computed since the last look is progress, and so is a
/// time without requests, which ends when the first one begins. Thread-safe.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="limit">How long nothing may be computed while requests are in progress.</param>
/// <param name="computed">Passes so far, over all engines.</param>
/// <param name="isBusy">Whether requests are in progress.</param>
internal sealed class ProgressWatch(TimeProvider time, TimeSpan limit, Func<long> computed, Func<bool> isBusy)
{
    private readonly Lock _gate = new();
    private long _seen = -1;
    private long _since = time.GetTimestamp();

    /// <summary>To be called when a request begins and none was in progress.</summary>
    public void Began()
    {
        lock (_gate)
        {
            _since = time.GetTimestamp();
        }
    }

    public bool IsStalled()
    {
        lock (_gate)
        {
            var now = computed();
            if (now != _seen || !isBusy())
            {
                _seen = now;
                _since = time.GetTimestamp();
            }

            return time.GetElapsedTime(_since) > limit;
        }
    }
}
