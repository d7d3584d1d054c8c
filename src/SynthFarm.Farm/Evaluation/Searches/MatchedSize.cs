namespace SynthFarm.Farm.Evaluation.Searches;

/// <summary>A search's size for a budget: of the problems the share gets the larger size, the others the smaller one.</summary>
/// <param name="Small">The largest size found to cost no more than the budget.</param>
/// <param name="Large">The smallest found to cost no less: one more than <paramref name="Small"/>, or costing hardly more.</param>
/// <param name="Share">The share of the problems that gets <paramref name="Large"/>, 0 to 1.</param>
/// <param name="Tokens">Mean tokens expected per problem; not the budget where no size can reach it.</param>
public sealed record MatchedSize(int Small, int Large, double Share, double Tokens)
{
    /// <summary>The mean size, for tables.</summary>
    public double Mean => Small + (Share * (Large - Small));
}
