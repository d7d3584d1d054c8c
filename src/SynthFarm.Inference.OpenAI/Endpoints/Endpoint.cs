using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.OpenAI.Exchanges;

namespace SynthFarm.Inference.OpenAI.Endpoints;

/// <summary>
/// One server and what is known of it: how many requests it takes, whether it asked to wait, whether its circuit is open. What changes is guarded by the pool's lock.
/// </summary>
internal sealed class Endpoint
{
    private const int OutagesToOpen = 4;
    private static readonly TimeSpan _longestBreak = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(10);

    private readonly TimeProvider _clock;
    private readonly ConcurrencyLimit _limit;
    private int _inFlight;
    private int _busyInARow;
    private DateTimeOffset _coolUntil;
    private int _outagesInARow;
    private int _openings;
    private long _opened;
    private DateTimeOffset _openUntil;
    private string _lastFault = "";
    private long _lastProgress;

    public Endpoint(EndpointAddress address, ServedAddress model, TimeProvider clock)
    {
        Address = address;
        _clock = clock;
        _limit = new ConcurrencyLimit(model.MaxConcurrency);
        _lastProgress = clock.GetTimestamp();
    }

    public EndpointAddress Address { get; }

    /// <summary>Where it is, for people.</summary>
    public string Name => Address.Url.GetLeftPart(UriPartial.Authority);

    /// <summary>When it can be asked again; null when it can now, but for its requests in flight.</summary>
    public DateTimeOffset? ReadyAt => (_openUntil > _coolUntil ? _openUntil : _coolUntil) is var ready && ready > _clock.GetUtcNow() ? ready : null;

    /// <summary>Requests it is answering.</summary>
    public int InFlight => _inFlight;

    // A circuit that opened stays so until something was answered.
    private bool IsOpen => _openings > 0;

    /// <summary>How long nothing has come from it.</summary>
    public TimeSpan Silent => _clock.GetElapsedTime(Interlocked.Read(ref _lastProgress));

    /// <summary>Takes a place for a request, when there is one. A circuit that was open lets one request through first.</summary>
    public bool TryTake()
    {
        var most = IsOpen ? 1 : _limit.Current;
        if (ReadyAt is not null || _inFlight >= most)
        {
            return false;
        }

        if (_inFlight++ == 0)
        {
            Progressed();
        }

        return true;
    }

    public void Release() => _inFlight--;

    /// <summary>Notes that something came from it.</summary>
    public void Progressed() => Interlocked.Exchange(ref _lastProgress, _clock.GetTimestamp());

    public void Answered(long started, string route, TimeSpan first)
    {
        _busyInARow = 0;
        Close();
        _limit.Answered(route, started, _clock.GetTimestamp(), first);
    }

    /// <summary>Notes what went wrong.</summary>
    public void Failed(long started, ServedFault fault)
    {
        _lastFault = fault.Message;
        if (fault.Kind == FaultKind.Outage)
        {
            Open(started);
            return;
        }

        // Whatever else it said, it is there.
        Close();
        if (fault.Kind == FaultKind.Busy)
        {
            _limit.Refused(started, _clock.GetTimestamp());
            var until = _clock.GetUtcNow() + Wait(fault, _busyInARow++);
            _coolUntil = until > _coolUntil ? until : _coolUntil;
        }
    }

    /// <summary>How long a server that is busy is left alone: as it says, or longer each time in a row, from 0.25 to 32 s.</summary>
    public static TimeSpan Wait(ServedFault fault, int inARow)
    {
        var wait = fault.RetryAfter ?? TimeSpan.FromSeconds(0.25 * Math.Pow(2, Math.Min(inARow, 7)));
        return wait < _longestWait ? wait : _longestWait;
    }

    /// <summary>How it is, for people; null while all is well.</summary>
    public string? Trouble()
    {
        var left = ReadyAt is { } at ? Math.Ceiling((at - _clock.GetUtcNow()).TotalSeconds) : 0;
        return IsOpen ? $"{Name}: circuit {(left > 0 ? $"open, tried again in {left} s" : "half open, being tried")} ({_lastFault})"
            : left > 0 ? $"{Name}: asked to wait {left} s more ({_lastFault})"
            : _inFlight > 0 && Silent > TimeSpan.FromSeconds(10) ? $"{Name}: silent for {Math.Floor(Silent.TotalSeconds)} s with {_inFlight} requests"
            : null;
    }

    /// <summary>Opens the circuit after so many outages in a row, and again after the one request that tries it.</summary>
    private void Open(long started)
    {
        // What was sent before it opened says nothing about the server since.
        if (IsOpen ? started <= _opened : ++_outagesInARow < OutagesToOpen)
        {
            return;
        }

        var time = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(_openings++, 10)));
        _openUntil = _clock.GetUtcNow() + (time < _longestBreak ? time : _longestBreak);
        _opened = _clock.GetTimestamp();
    }

    private void Close() => (_outagesInARow, _openings, _openUntil) = (0, 0, default);
}
