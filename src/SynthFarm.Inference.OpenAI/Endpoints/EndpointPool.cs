using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SynthFarm.Inference.OpenAI.Addresses;

namespace SynthFarm.Inference.OpenAI.Endpoints;

/// <summary>
/// Gives each request a server. A tree prefers one server by weighted rendezvous hashing, so that it keeps the same one, whose cache knows it, when others come and go;
/// where that one has no place it takes the next. Who finds none waits in line. Thread-safe.
/// </summary>
internal sealed class EndpointPool : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Queue<(string Affinity, Endpoint? Last, TaskCompletionSource<Endpoint> Place)> _waiting = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;

    public EndpointPool(ServedAddress address, TimeProvider clock)
    {
        _clock = clock;
        Endpoints = [.. address.Endpoints.Select(endpoint => new Endpoint(endpoint, address, clock))];
        _timer = clock.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public IReadOnlyList<Endpoint> Endpoints { get; }

    /// <summary>Waits for a place at a server, to be given back with <see cref="Release"/>.</summary>
    /// <param name="affinity">What keeps requests together.</param>
    /// <param name="last">A server that is taken only where no other has a place.</param>
    public async Task<Endpoint> TakeAsync(string affinity, CancellationToken cancellationToken, Endpoint? last = null)
    {
        var place = new TaskCompletionSource<Endpoint>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue((affinity, last, place));
        }

        Pump();
        using var given = cancellationToken.Register(() => place.TrySetCanceled(cancellationToken));
        return await place.Task.ConfigureAwait(false);
    }

    public void Release(Endpoint endpoint, Action note)
    {
        lock (_gate)
        {
            endpoint.Release();
            note();
        }

        Pump();
    }

    /// <summary>What keeps the servers from answering; empty while all is well.</summary>
    public IReadOnlyList<string> Troubles()
    {
        lock (_gate)
        {
            var line = _waiting.Count(waiting => !waiting.Place.Task.IsCompleted);
            var places = line > 0 ? $"{line} requests wait for a place at a server, {Endpoints.Sum(endpoint => endpoint.InFlight)} are being answered" : null;
            return [.. Endpoints.Select(endpoint => endpoint.Trouble()).Append(places).OfType<string>()];
        }
    }

    /// <summary>The servers in a tree's order of preference.</summary>
    public IReadOnlyList<Endpoint> Preference(string affinity) =>
        Endpoints.Count == 1 ? Endpoints : [.. Endpoints.OrderBy(endpoint => -Math.Log(Share(affinity, endpoint)) / endpoint.Address.Weight)];

    public void Dispose() => _timer.Dispose();

    /// <summary>Hands out places for as long as there are any, the longest waiting first.</summary>
    private void Pump()
    {
        lock (_gate)
        {
            while (_waiting.TryPeek(out var first))
            {
                if (first.Place.Task.IsCompleted)
                {
                    _waiting.Dequeue();
                    continue;
                }

                if (Preference(first.Affinity).OrderBy(endpoint => endpoint == first.Last).FirstOrDefault(endpoint => endpoint.TryTake()) is not { } endpoint)
                {
                    break;
                }

                _waiting.Dequeue();
                if (!first.Place.TrySetResult(endpoint))
                {
                    endpoint.Release();
                }
            }

            if (_waiting.Count > 0 && Endpoints.Select(endpoint => endpoint.ReadyAt).Where(at => at is not null).Min() is { } next)
            {
                var wait = next - _clock.GetUtcNow();
                _timer.Change(wait > TimeSpan.FromMilliseconds(5) ? wait : TimeSpan.FromMilliseconds(5), Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>A number above 0 and below 1 that tree and server decide.</summary>
    private static double Share(string affinity, Endpoint endpoint)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{affinity}\n{endpoint.Address.Url.AbsoluteUri}"), hash);
        return ((BinaryPrimitives.ReadUInt64LittleEndian(hash) >> 11) + 0.5) / (1UL << 53);
    }
}
