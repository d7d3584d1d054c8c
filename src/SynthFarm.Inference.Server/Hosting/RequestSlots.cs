using SynthFarm.Inference.Server.Errors;

namespace SynthFarm.Inference.Server.Hosting;

/// <summary>Counts requests in progress and turns away those beyond the limit. Thread-safe.</summary>
internal sealed class RequestSlots(int limit)
{
    private int _taken;

    /// <summary>Requests in progress.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <summary>Takes a place until what is returned is disposed.</summary>
    /// <exception cref="ApiException">All places are taken.</exception>
    public Place Take()
    {
        var taken = Interlocked.Increment(ref _taken);
        if (taken > limit)
        {
            Interlocked.Decrement(ref _taken);
            throw new ApiException(429, new ApiError(
                $"This server works on {limit} requests at once, and has as many. Ask again later.", ApiErrorTypes.RateLimit, Code: "rate_limit_exceeded")) { RetryAfterSeconds = 1 };
        }

        return new Place(this);
    }

    /// <summary>A place that is taken.</summary>
    public readonly struct Place(RequestSlots slots) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref slots._taken);
    }
}
