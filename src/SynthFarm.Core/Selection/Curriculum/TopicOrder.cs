namespace SynthFarm.Core.Selection.Curriculum;

/// <summary>The order topics follow each other in, and what it costs beside other orders.</summary>
/// <param name="Topics">The topics' names, first the one that is trained on first.</param>
/// <param name="Cost">Sum of the distances between neighbours.</param>
/// <param name="NearestNeighbourCost">The cost of the tour annealing began with.</param>
/// <param name="RandomCost">The mean cost of 100 random orders.</param>
public sealed record TopicOrder(IReadOnlyList<string> Topics, double Cost, double NearestNeighbourCost, double RandomCost)
{
    /// <summary>Of no topics.</summary>
    public static TopicOrder None { get; } = new([], 0, 0, 0);
}
