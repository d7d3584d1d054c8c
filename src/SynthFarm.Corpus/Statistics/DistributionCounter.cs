using System.Numerics;

namespace SynthFarm.Corpus.Statistics;

/// <summary>
/// Counts non-negative values in constant memory: one counter per value below 256, above that 128 counters per power of two (as in
/// HdrHistogram).
/// </summary>
public sealed class DistributionCounter
{
    private const int ExactBits = 8;
    private const int SubBits = 7;
    private const int SubCount = 1 << SubBits;

    private readonly long[] _counts = new long[(1 << ExactBits) + ((64 - ExactBits) * SubCount)];
    private long _count, _min = long.MaxValue, _max;
    private double _sum;

    /// <summary>Counts a value; negative ones are refused.</summary>
    public void Add(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        _counts[IndexOf(value)]++;
        _count++;
        _sum += value;
        _min = Math.Min(_min, value);
        _max = Math.Max(_max, value);
    }

    /// <summary>The distribution so far.</summary>
    public Distribution ToDistribution() => _count == 0
        ? new Distribution(0, 0, 0, 0, 0, 0, 0, [])
        : new Distribution(_count, _min, _max, _sum / _count, Percentile(0.5), Percentile(0.9), Percentile(0.99), Buckets());

    private long Percentile(double share)
    {
        var rank = (long)Math.Ceiling(share * _count);
        var seen = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= rank)
            {
                return Math.Clamp(LowerBound(i), _min, _max);
            }
        }

        return _max;
    }

    private List<DistributionBucket> Buckets() =>
    [
        .. _counts
            .Select((count, i) => (Power: PowerOf(LowerBound(i)), Count: count))
            .GroupBy(c => c.Power)
            .Select(g => new DistributionBucket(g.Key == 0 ? 0 : 1L << (g.Key - 1), g.Key == 0 ? 0 : (long)((1UL << g.Key) - 1), g.Sum(c => c.Count)))
            .Where(b => b.Count > 0),
    ];

    /// <summary>0 for 0, 1 for 1, 2 for 2 and 3, 3 for 4 to 7, and so on.</summary>
    private static int PowerOf(long value) => 64 - BitOperations.LeadingZeroCount((ulong)value);

    private static int IndexOf(long value)
    {
        if (value < 1 << ExactBits)
        {
            return (int)value;
        }

        var shift = PowerOf(value) - 1 - SubBits;
        return (1 << ExactBits) + ((shift - 1) * SubCount) + (int)((value >> shift) & (SubCount - 1));
    }

    private static long LowerBound(int index)
    {
        if (index < 1 << ExactBits)
        {
            return index;
        }

        var (octave, sub) = Math.DivRem(index - (1 << ExactBits), SubCount);
        return (long)(SubCount + sub) << (octave + 1);
    }
}
