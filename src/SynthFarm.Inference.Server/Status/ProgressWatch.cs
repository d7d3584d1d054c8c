namespace SynthFarm.Inference.Server.Status;

/// <summary>
/// Tells a server that works from one that only answers. It looks whenever it is asked: what was computed since the last look is progress, and so is a
/// time without work for the engines, which ends when the first begins. Thread-safe.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="limit">How long nothing may be computed while engines have work.</param>
/// <param name="computed">Passes so far, over all engines.</param>
internal sealed class ProgressWatch(TimeProvider time, TimeSpan limit, Func<long> computed)
{
    private readonly Lock _gate = new();
    private long _seen = -1;
    private long _since = time.GetTimestamp();
    private int _works;

    /// <summary>To be called when an engine is given work, and what is returned disposed when it is done. Reading a request and sending its answer is none.</summary>
    public Work Begin()
    {
        lock (_gate)
        {
            if (_works++ == 0)
            {
                _since = time.GetTimestamp();
            }
        }

        return new Work(this);
    }

    public bool IsStalled()
    {
        lock (_gate)
        {
            var now = computed();
            if (now != _seen || _works == 0)
            {
                _seen = now;
                _since = time.GetTimestamp();
            }

            return time.GetElapsedTime(_since) > limit;
        }
    }

    private void End()
    {
        lock (_gate)
        {
            _works--;
        }
    }

    /// <summary>Work that an engine has.</summary>
    public readonly struct Work(ProgressWatch watch) : IDisposable
    {
        public void Dispose() => watch.End();
    }
}
