namespace SynthFarm.Core.Search.MctsG;

/// <summary>The formulas of <see cref="MctsGSearch"/>.</summary>
internal static class MctsGRules
{
    /// <summary>
    /// A step's value: below which paths have ended, the mean over these of (1 - w) reward + w agreement, where an answer's agreement is its share
    /// of all ended paths of the tree, and a path without an answer counts 0; otherwise the step's own reward.
    /// </summary>
    public static double Value(GlobalNode node, GlobalNode root, double weight) => node.Ended == 0
        ? node.Step.Reward ?? 0
        : (((1 - weight) * node.RewardSum) + (weight * node.Answers.Sum(own => own.Value * (double)root.Answers[own.Key] / root.Ended))) / node.Ended;

    /// <summary>A step's score among all leaves: value + c sqrt(ln(1 + N) / (1 + n)); N paths ended below the parent, n below the step.</summary>
    public static double Score(GlobalNode node, GlobalNode root, MctsGOptions options) =>
        Value(node, root, options.ConsistencyWeight)
        + (options.Exploration * Math.Sqrt(Math.Log(1 + (node.Parent?.Ended ?? 0)) / (1 + node.Ended)));
}
