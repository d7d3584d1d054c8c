namespace SynthFarm.Inference.OpenAI.Endpoints;

/// <summary>
/// How many requests a server gets at once: one more for each round that goes well, half as many when it refuses, fewer when it lets wait (additive increase,
/// multiplicative decrease; Chiu and Jain 1989). Doubles each round until it is cut for the first time.
/// </summary>
internal sealed class ConcurrencyLimit(int most)
{
    private const double Start = 8;
    private const double SlowFactor = 8;
    private static readonly TimeSpan _slowFloor = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, TimeSpan> _best = [];
    private double _limit = Math.Min(most, Start);
    private bool _isStarting = true;
    private long _lastCut = long.MinValue;

    public int Current => Math.Max(1, (int)_limit);

    /// <summary>Notes an answer.</summary>
    /// <param name="route">The route: what is fast for one is not for another.</param>
    /// <param name="started">The clock's stamp when it was asked for.</param>
    /// <param name="now">The clock's stamp now.</param>
    /// <param name="first">How long the first of it took.</param>
    public void Answered(string route, long started, long now, TimeSpan first)
    {
        var best = _best[route] = _best.TryGetValue(route, out var known) && known < first ? known : first;
        if (first > _slowFloor && first > SlowFactor * best)
        {
            Cut(started, now, 0.9);
            return;
        }

        _limit = Math.Min(most, _limit + (_isStarting ? 1 : 1 / _limit));
    }

    /// <summary>Notes that the server refused for being busy.</summary>
    public void Refused(long started, long now) => Cut(started, now, 0.5);

    /// <summary>What was asked before the last cut says nothing about the new limit.</summary>
    private void Cut(long started, long now, double factor)
    {
        if (started > _lastCut)
        {
            _limit = Math.Max(1, _limit * factor);
            _isStarting = false;
            _lastCut = now;
        }
    }
}
