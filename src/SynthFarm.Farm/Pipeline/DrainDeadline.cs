namespace SynthFarm.Farm.Pipeline;

/// <summary>Lets go of what is in flight some time after a stop was asked for.</summary>
internal sealed class DrainDeadline : IDisposable
{
    private readonly CancellationTokenRegistration _registration;
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _isDisposed;

    public DrainDeadline(CancellationTokenSource letGo, TimeSpan after, TimeProvider clock, CancellationToken stop)
    {
        _registration = stop.Register(() =>
        {
            lock (_gate)
            {
                _timer = _isDisposed ? null : clock.CreateTimer(_ => LetGo(letGo), null, after, Timeout.InfiniteTimeSpan);
            }
        });
    }

    public void Dispose()
    {
        _registration.Dispose();
        lock (_gate)
        {
            _isDisposed = true;
            _timer?.Dispose();
        }
    }

    /// <summary>A timer that is disposed may still be firing, and what it would cancel may be gone by then.</summary>
    private void LetGo(CancellationTokenSource source)
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _ = source.CancelAsync();
            }
        }
    }
}
