namespace SynthFarm.Farm.Evaluation.Searches;

/// <summary>The mean of one figure over seeds, with the 95 % interval of Student's t distribution.</summary>
/// <param name="Value">The mean.</param>
/// <param name="HalfWidth">Half of the interval's width; not a number with one seed.</param>
public sealed record SeedMean(double Value, double HalfWidth)
{
    // The 0.975 quantiles for 1 to 30 degrees of freedom.
    private static readonly double[] Quantiles =
    [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ];

    public double Low => Value - HalfWidth;

    public double High => Value + HalfWidth;

    /// <summary>The mean of at least one figure. Beyond 31 seeds the quantile is that of 31, which is a little too wide.</summary>
    public static SeedMean Of(IReadOnlyList<double> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var mean = figures.Average();
        if (figures.Count == 1)
        {
            return new SeedMean(mean, double.NaN);
        }

        var variance = figures.Sum(figure => (figure - mean) * (figure - mean)) / (figures.Count - 1);
        var half = Quantiles[Math.Min(figures.Count - 1, Quantiles.Length) - 1] * Math.Sqrt(variance / figures.Count);
        return new SeedMean(mean, half);
    }
}
