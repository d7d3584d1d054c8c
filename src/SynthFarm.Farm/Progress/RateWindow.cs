namespace SynthFarm.Farm.Progress;

/// <summary>Rates over the last while, from samples taken whenever somebody looks. Thread-safe.</summary>
internal sealed class RateWindow(TimeProvider clock, TimeSpan length)
{
    private readonly Lock _gate = new();
    private readonly Queue<(long At, long Trees, long Tokens)> _samples = new();

    /// <summary>Enters a sample and gives the rates per second since the oldest one kept; 0 until there are two.</summary>
    public (double Trees, double Tokens) Sample(long trees, long tokens)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            _samples.Enqueue((now, trees, tokens));
            while (_samples.Count > 2 && clock.GetElapsedTime(_samples.Peek().At, now) > length)
            {
                _samples.Dequeue();
            }

            var (at, oldTrees, oldTokens) = _samples.Peek();
            var seconds = clock.GetElapsedTime(at, now).TotalSeconds;
            return seconds > 0 ? ((trees - oldTrees) / seconds, (tokens - oldTokens) / seconds) : (0, 0);
        }
    }
}
