namespace SynthFarm.Farm.Evaluation.Searches;

/// <summary>A share of the problems over seeds, with both of its uncertainties.</summary>
/// <param name="Seeds">Mean and interval over seeds: how far another draw on the same problems may differ.</param>
/// <param name="WilsonLow">Mean over seeds of the lower ends of the Wilson intervals: how far other problems may differ.</param>
/// <param name="WilsonHigh">The same of the upper ends.</param>
public sealed record SearchShare(SeedMean Seeds, double WilsonLow, double WilsonHigh)
{
    /// <summary>The share over at least one seed.</summary>
    public static SearchShare Of(IReadOnlyList<Proportion> seeds) => new(
        SeedMean.Of([.. seeds.Select(seed => seed.Value)]),
        seeds.Average(seed => seed.Interval.Low),
        seeds.Average(seed => seed.Interval.High));
}
