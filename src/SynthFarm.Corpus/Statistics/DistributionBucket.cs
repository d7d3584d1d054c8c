namespace SynthFarm.Corpus.Statistics;

/// <summary>A bucket of a histogram.</summary>
/// <param name="From">Smallest value in it.</param>
/// <param name="To">Largest value in it.</param>
/// <param name="Count">Values in it.</param>
public readonly record struct DistributionBucket(long From, long To, long Count);
