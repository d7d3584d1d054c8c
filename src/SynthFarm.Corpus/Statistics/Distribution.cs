namespace SynthFarm.Corpus.Statistics;

/// <summary>How a count is distributed over rows. Percentiles are exact below 256 and within 1 % above.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Min">Smallest; 0 without values.</param>
/// <param name="Max">Largest.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="P50">The median: the smallest value that at least half of the values do not exceed.</param>
/// <param name="P90">Likewise for nine in ten.</param>
/// <param name="P99">Likewise for 99 in a hundred.</param>
/// <param name="Buckets">A coarse histogram in powers of two, in order, without empty buckets.</param>
public sealed record Distribution(
    long Count, long Min, long Max, double Mean, long P50, long P90, long P99, IReadOnlyList<DistributionBucket> Buckets);
