namespace SynthFarm.Inference.OpenAI.Endpoints;

/// <summary>
/// Gives a request up when nothing comes. Once something of its answer has come, its own silence counts. Before that, the server's: a request may wait in line for as
/// long as the server answers others, but not ten times as long as it may be silent.
/// </summary>
internal sealed class SilenceWatch : IDisposable
{
    private const int LongestLine = 10;

    private readonly Endpoint _endpoint;
    private readonly TimeSpan _silence;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _gaveUp;
    private readonly ITimer _timer;
    private readonly long _started;
    private long _last;
    private int _hasCome;

    public SilenceWatch(Endpoint endpoint, TimeSpan silence, TimeProvider clock, CancellationToken cancellationToken)
    {
        (_endpoint, _silence, _clock) = (endpoint, silence, clock);
        _gaveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _started = _last = clock.GetTimestamp();
        var look = silence / 8;
        _timer = clock.CreateTimer(_ => Look(), null, look, look);
    }

    public CancellationToken Token => _gaveUp.Token;

    /// <summary>Whether it was given up for silence.</summary>
    public bool IsOver { get; private set; }

    /// <summary>How long the first of the answer took; until now where nothing has come.</summary>
    public TimeSpan First { get; private set; }

    /// <summary>Notes that some of the answer came.</summary>
    public void Came()
    {
        if (Interlocked.Exchange(ref _hasCome, 1) == 0)
        {
            First = _clock.GetElapsedTime(_started);
        }

        Interlocked.Exchange(ref _last, _clock.GetTimestamp());
        _endpoint.Progressed();
    }

    public void Dispose()
    {
        _timer.Dispose();
        _gaveUp.Dispose();
    }

    private void Look()
    {
        var own = _clock.GetElapsedTime(Interlocked.Read(ref _last));
        var isOver = own >= _silence && (Volatile.Read(ref _hasCome) == 1 || _endpoint.Silent >= _silence || own >= LongestLine * _silence);
        if (!isOver)
        {
            return;
        }

        IsOver = true;
        try
        {
            _gaveUp.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended at the same moment.
        }
    }
}
