namespace SynthFarm.Core.Search.Mcts;

/// <summary>The formulas of <see cref="MctsSearch"/>.</summary>
internal static class MctsRules
{
    /// <summary>The open child to go down to; ties go to the one drawn first.</summary>
    public static SearchNode Select(SearchNode parent, MctsOptions options)
    {
        var probability = parent.Children.Sum(Probability);
        return parent.Children.Where(child => !child.IsClosed).MaxBy(child => options.Selection == MctsSelection.Puct
            ? Puct(child, parent, Probability(child) / probability, options)
            : Uct(child, parent, options))!;
    }

    public static double Uct(SearchNode child, SearchNode parent, MctsOptions options) => child.Visits == 0
        ? child.Value + options.UnvisitedBonus
        : child.Value + (options.Exploration * Math.Sqrt(2 * Math.Log(parent.Visits) / child.Visits));

    public static double Puct(SearchNode child, SearchNode parent, double prior, MctsOptions options) =>
        child.Value + ((Math.Log((parent.Visits + options.PuctBase + 1) / options.PuctBase) + options.PuctInit)
            * prior * Math.Sqrt(parent.Visits) / (1 + child.Visits));

    /// <summary>Counts a visit of the node and of all above it, and carries the node's value up.</summary>
    public static void BackUp(SearchNode from, MctsBackup backup)
    {
        var value = from.Value;
        foreach (var node in from.Lineage())
        {
            node.Visits++;
            node.ValueSum += value;
            var visited = node.Children.Where(child => child.Visits > 0).ToList();
            if (backup == MctsBackup.Mean)
            {
                node.Value = node.ValueSum / node.Visits;
            }
            else if (visited.Count > 0)
            {
                node.Value = visited.Sum(child => child.Value * child.Visits) / visited.Sum(child => child.Visits);
            }
        }
    }

    private static double Probability(SearchNode child) => child.Step.Draws * Math.Exp(child.Step.MeanLogProb);
}
