namespace SynthFarm.Core.Search.Omega;

/// <summary>The formulas of <see cref="OmegaSearch"/>.</summary>
internal static class OmegaRules
{
    /// <summary>Q(s, r) = alpha^(1 - MC(s)) beta^(len(r) / L).</summary>
    public static double Q(double monteCarlo, int tokens, OmegaOptions options) =>
        Math.Pow(options.Alpha, 1 - monteCarlo) * Math.Pow(options.Beta, (double)tokens / options.Length);

    /// <summary>U(s) = c sqrt(sum of all N) / (1 + N(s)).</summary>
    public static double U(int visits, int allVisits, OmegaOptions options) => options.Exploration * Math.Sqrt(allVisits) / (1 + visits);
}
