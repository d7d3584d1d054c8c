using System.Text.Json.Nodes;
using Polly;
using Polly.Retry;
using SynthFarm.Core.Models;
using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.OpenAI.Endpoints;

namespace SynthFarm.Inference.OpenAI.Exchanges;

/// <summary>
/// Asks the servers of a model until one answers. An outage is waited for however long it lasts; an answer that is none is asked for again so often. A request's
/// answer is handed on once and whole, or not at all, so asking again repeats nothing.
/// </summary>
internal sealed class ServedClient : IExchange, IDisposable
{
    // Who is asked once gets time to answer on a busy machine, however short the silence that is borne later.
    private static readonly TimeSpan _leastSilenceAtStart = TimeSpan.FromSeconds(10);
    private static readonly ResiliencePropertyKey<Patience> _patience = new("patience");

    private readonly ServedAddress _address;
    private readonly EndpointPool _pool;
    private readonly HttpClient _http;
    private readonly HttpExchange _exchange;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline<JsonObject> _retry;

    public ServedClient(ServedAddress address, string? key, TimeProvider clock)
    {
        _address = address;
        _clock = clock;
        _pool = new EndpointPool(address, clock);
        // A key must not follow a server's redirection to another place; what is left of a cut answer is not read to its end.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxResponseDrainSize = 0, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        if (key is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", key);
        }

        _exchange = new HttpExchange(_http, Meter, new ErrorText(key), clock);
        _retry = new ResiliencePipelineBuilder<JsonObject> { TimeProvider = clock }.AddRetry(new RetryStrategyOptions<JsonObject>
        {
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(50),
            MaxDelay = TimeSpan.FromSeconds(5),
            UseJitter = true,
            ShouldHandle = args => ValueTask.FromResult(args.Context.Properties.GetValue(_patience, null!).Bears(args.Outcome.Exception)),
            OnRetry = _ =>
            {
                Meter.Repeated();
                return ValueTask.CompletedTask;
            },
        }).Build();
    }

    public UsageMeter Meter { get; } = new();

    public IReadOnlyList<string> Troubles => _pool.Troubles();

    public async Task<JsonObject> AskAsync(ServedCall call, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        var patience = new Patience(_address.Tries);
        context.Properties.Set(_patience, patience);
        try
        {
            return await _retry.ExecuteAsync(static (context, state) => state.Client.TryAsync(state.Call, state.Patience, context.CancellationToken), context, (Client: this, Call: call, Patience: patience)).ConfigureAwait(false);
        }
        catch (ServedFault fault) when (fault.Kind == FaultKind.TooLong)
        {
            return new JsonObject { [ServedCall.TooLong] = true };
        }
        catch (ServedFault fault)
        {
            throw new ModelException($"{_address.Model}: {fault.Message}", fault);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Asks every server once, whatever became of the others. One that asks to wait is asked again for as long as one may be silent.</summary>
    /// <returns>The answers of those that gave one, at least one.</returns>
    /// <exception cref="ModelException">None answers, or one refuses or answers wrongly.</exception>
    public async Task<IReadOnlyList<(string Server, JsonObject Answer)>> AskEachAsync(ServedCall call, CancellationToken cancellationToken)
    {
        var asked = await Task.WhenAll(_pool.Endpoints.Select(endpoint => AskOnceAsync(endpoint, call, cancellationToken))).ConfigureAwait(false);
        var faults = asked.Select(one => one.Fault).OfType<ServedFault>().ToList();
        return faults.Count == asked.Length || faults.Exists(fault => fault.Kind is not (FaultKind.Busy or FaultKind.Outage))
            ? throw new ModelException($"{_address.Model}: {string.Join("; ", asked.Where(one => one.Fault is not null).Select(one => $"{one.Server}: {one.Fault!.Message}"))}")
            : [.. asked.Where(one => one.Answer is not null).Select(one => (one.Server, one.Answer!))];
    }

    public void Dispose()
    {
        _pool.Dispose();
        _http.Dispose();
    }

    private async Task<(string Server, JsonObject? Answer, ServedFault? Fault)> AskOnceAsync(Endpoint endpoint, ServedCall call, CancellationToken cancellationToken)
    {
        var began = _clock.GetTimestamp();
        var silence = _address.Silence > _leastSilenceAtStart ? _address.Silence : _leastSilenceAtStart;
        for (var refusals = 0; ; refusals++)
        {
            try
            {
                using var watch = new SilenceWatch(endpoint, silence, _clock, cancellationToken);
                return (endpoint.Name, await _exchange.SendAsync(endpoint, call, watch).ConfigureAwait(false), null);
            }
            catch (ServedFault fault)
            {
                var wait = Endpoint.Wait(fault, refusals);
                if (fault.Kind != FaultKind.Busy || _clock.GetElapsedTime(began) + wait > _address.Silence)
                {
                    return (endpoint.Name, null, fault);
                }

                await Task.Delay(wait, _clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<JsonObject> TryAsync(ServedCall call, Patience patience, CancellationToken cancellationToken)
    {
        var endpoint = await _pool.TakeAsync(call.Affinity, cancellationToken, patience.Failed).ConfigureAwait(false);
        var started = _clock.GetTimestamp();
        Action note = static () => { };
        try
        {
            using var watch = new SilenceWatch(endpoint, _address.Silence, _clock, cancellationToken);
            var answer = await _exchange.SendAsync(endpoint, call, watch).ConfigureAwait(false);
            note = () => endpoint.Answered(started, call.Route, watch.First);
            return answer;
        }
        catch (ServedFault fault)
        {
            note = () => endpoint.Failed(started, fault);
            patience.Failed = endpoint;
            throw new ServedFault(fault.Kind, $"{endpoint.Name}: {fault.Message}", fault) { RetryAfter = fault.RetryAfter };
        }
        finally
        {
            _pool.Release(endpoint, note);
        }
    }

    /// <summary>How much one request puts up with.</summary>
    private sealed class Patience(int tries)
    {
        private int _wrong;

        /// <summary>The server that failed it last, which is asked again only where no other has a place.</summary>
        public Endpoint? Failed { get; set; }

        public bool Bears(Exception? exception) => exception is ServedFault fault && fault.Kind switch
        {
            FaultKind.Busy or FaultKind.Outage => true,
            FaultKind.Wrong => ++_wrong < tries,
            _ => false,
        };
    }
}
