namespace SynthFarm.Core.Selection.Mixture;

/// <summary>
/// The topic mixture of Llama-3-SynE (Chen et al., 2024, arXiv 2407.18743): topics in which the model got worse get more of the next
/// data. With the change d of a topic's signal, its weight w and the strength alpha, f = 1 + alpha * d * w and r becomes
/// r * f / sum of all r * f.
/// </summary>
public static class SynERule
{
    /// <summary>The factor f of a topic; never below 0.</summary>
    public static double Factor(double change, double weight, double alpha) => Math.Max(0, 1 + (alpha * change * weight));

    /// <summary>The new shares, which make 1; the old ones, made to make 1, when all factors are 0.</summary>
    /// <param name="shares">The old shares, at least 0 each and not all 0.</param>
    /// <param name="factors">A factor per share.</param>
    public static double[] Apply(IReadOnlyList<double> shares, IReadOnlyList<double> factors)
    {
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(factors);
        var products = shares.Zip(factors, (share, factor) => share * factor).ToList();
        var result = products.Sum() > 0 ? products : shares;
        var sum = result.Sum();
        return [.. result.Select(share => share / sum)];
    }
}
