namespace SynthFarm.Farm.Evaluation;

/// <summary>A share with its uncertainty.</summary>
/// <param name="Hits">How many.</param>
/// <param name="Total">Of how many; at least 1.</param>
public readonly record struct Proportion(int Hits, int Total)
{
    private const double Z = 1.959963984540054;

    public double Value => (double)Hits / Total;

    /// <summary>The 95 % interval after Wilson (1927).</summary>
    public (double Low, double High) Interval
    {
        get
        {
            var (p, n) = (Value, (double)Total);
            var center = (p + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
            var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
            return (center - half, center + half);
        }
    }
}
