namespace SynthFarm.Benchmarks.Harness;

/// <summary>
/// Times contestants in interleaved rounds (A B A B ...), so that a machine whose speed drifts slows all of them alike, and reads ratios
/// round by round.
/// </summary>
internal static class Rounds
{
    /// <summary>One warm-up of each unless it was done already, then <paramref name="rounds"/> rounds of all in order.</summary>
    /// <returns>The samples of each contestant, in the contestants' order.</returns>
    public static IReadOnlyList<IReadOnlyList<Sample>> Run(IReadOnlyList<Contestant> contestants, int rounds, bool warmUp = true)
    {
        var samples = contestants.Select(_ => new List<Sample>(rounds)).ToList();
        foreach (var contestant in warmUp ? contestants : [])
        {
            contestant.Round();
        }

        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contestants.Count; i++)
            {
                samples[i].Add(contestants[i].Round());
            }
        }

        return samples;
    }

    /// <summary>The middle value; the mean of the two middle ones for an even count.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>The median over rounds of B's time over A's: how many times faster A is than B.</summary>
    public static double MedianRatio(IReadOnlyList<Sample> a, IReadOnlyList<Sample> b, Func<Sample, double> time)
        => Median(a.Zip(b, (x, y) => time(y) / time(x)));
}
