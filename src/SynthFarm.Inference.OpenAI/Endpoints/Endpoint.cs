using Polly;
using Polly.CircuitBreaker;
using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.OpenAI.Exchanges;

namespace SynthFarm.Inference.OpenAI.Endpoints;

/// <summary>
/// One server and what is known of it: how many requests it takes, whether it asked to wait, whether its circuit is open. What changes is guarded by the pool's lock.
/// </summary>
internal sealed class Endpoint
{
    private static readonly TimeSpan _longestBreak = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(10);

    private readonly TimeProvider _clock;
    private readonly ConcurrencyLimit _limit;
    private readonly ResiliencePipeline _breaker;
    private readonly CircuitBreakerStateProvider _state = new();
    private int _inFlight;
    private int _busyInARow;
    private DateTimeOffset _coolUntil;
    private long _openUntil;
    private string _lastFault = "";
    private long _lastProgress;

    public Endpoint(EndpointAddress address, ServedAddress model, TimeProvider clock)
    {
        Address = address;
        _clock = clock;
        _limit = new ConcurrencyLimit(model.MaxConcurrency);
        _lastProgress = clock.GetTimestamp();
        _breaker = new ResiliencePipelineBuilder { TimeProvider = clock }.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = 4,
            SamplingDuration = TimeSpan.FromSeconds(30) + (6 * model.Silence),
            StateProvider = _state,
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is ServedFault { Kind: FaultKind.Outage }),
            BreakDurationGenerator = args => ValueTask.FromResult(Break(args.HalfOpenAttempts)),
            OnOpened = args =>
            {
                Interlocked.Exchange(ref _openUntil, (clock.GetUtcNow() + args.BreakDuration).UtcTicks);
                return ValueTask.CompletedTask;
            },
        }).Build();
    }

    public EndpointAddress Address { get; }

    /// <summary>Where it is, for people.</summary>
    public string Name => Address.Url.GetLeftPart(UriPartial.Authority);

    /// <summary>When it can be asked again; null when it can now, but for its requests in flight.</summary>
    public DateTimeOffset? ReadyAt
    {
        get
        {
            var open = new DateTimeOffset(Interlocked.Read(ref _openUntil), TimeSpan.Zero);
            var ready = _state.CircuitState is CircuitState.Open && open > _coolUntil ? open : _coolUntil;
            return ready > _clock.GetUtcNow() ? ready : null;
        }
    }

    /// <summary>Requests it is answering.</summary>
    public int InFlight => _inFlight;

    /// <summary>How long nothing has come from it.</summary>
    public TimeSpan Silent => _clock.GetElapsedTime(Interlocked.Read(ref _lastProgress));

    /// <summary>Takes a place for a request, when there is one. A circuit that was open lets one request through first.</summary>
    public bool TryTake()
    {
        var most = _state.CircuitState == CircuitState.Closed ? _limit.Current : 1;
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

    public void Answered(long started, TimeSpan first)
    {
        _busyInARow = 0;
        _limit.Answered(started, _clock.GetTimestamp(), first);
    }

    /// <summary>Notes what went wrong.</summary>
    public void Failed(long started, ServedFault fault)
    {
        _lastFault = fault.Message;
        if (fault.Kind == FaultKind.Busy)
        {
            _limit.Refused(started, _clock.GetTimestamp());
            var wait = fault.RetryAfter ?? TimeSpan.FromSeconds(0.25 * Math.Pow(2, Math.Min(_busyInARow++, 7)));
            var until = _clock.GetUtcNow() + (wait < _longestWait ? wait : _longestWait);
            _coolUntil = until > _coolUntil ? until : _coolUntil;
        }
    }

    /// <summary>Sends through the circuit breaker.</summary>
    /// <exception cref="BrokenCircuitException">The circuit opened meanwhile.</exception>
    public ValueTask<T> ThroughBreakerAsync<T>(Func<CancellationToken, ValueTask<T>> send, CancellationToken cancellationToken) => _breaker.ExecuteAsync(send, cancellationToken);

    /// <summary>How it is, for people; null while all is well.</summary>
    public string? Trouble()
    {
        var left = ReadyAt is { } at ? Math.Ceiling((at - _clock.GetUtcNow()).TotalSeconds) : 0;
        return _state.CircuitState != CircuitState.Closed ? $"{Name}: circuit {(left > 0 ? $"open, tried again in {left} s" : "half open, being tried")} ({_lastFault})"
            : left > 0 ? $"{Name}: asked to wait {left} s more ({_lastFault})"
            : _inFlight > 0 && Silent > TimeSpan.FromSeconds(10) ? $"{Name}: silent for {Math.Floor(Silent.TotalSeconds)} s with {_inFlight} requests"
            : null;
    }

    private static TimeSpan Break(int attempts)
    {
        var time = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempts, 10)));
        return time < _longestBreak ? time : _longestBreak;
    }
}
