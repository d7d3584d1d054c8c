namespace SynthFarm.Corpus.Objects;

/// <summary>How long to wait before trying again: a quarter of a second, twice as long each time, at most 30 seconds.</summary>
internal static class Backoff
{
    /// <summary>Most attempts at one thing that makes no progress.</summary>
    public const int Attempts = 6;

    private static readonly TimeSpan _first = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    /// <param name="attempt">Which attempt has failed, from 1.</param>
    public static TimeSpan After(int attempt) => TimeSpan.FromTicks(Math.Min(_longest.Ticks, _first.Ticks << Math.Min(attempt - 1, 20)));
}
