using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Rewards;

/// <summary>
/// Soft step labels after Math-Shepherd (Wang et al., 2023): the share of independent completions through a step that reach a correct answer.
/// </summary>
public static class MonteCarloEstimates
{
    /// <summary>
    /// Counts every finished path of a tree of independent rollouts at each of its steps, as often as it was drawn, and adds the counts to
    /// the steps. A path that ended without an answer counts as not correct; one that was never finished is not counted.
    /// </summary>
    public static void AddFromRollouts(ReasoningTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var correct = new int[tree.Count];
        var total = new int[tree.Count];
        for (var id = tree.Count - 1; id > 0; id--)
        {
            var step = tree[id];
            if (step.IsTerminal)
            {
                total[id] += step.Draws;
                correct[id] += step.IsCorrectLeaf ? step.Draws : 0;
            }

            total[step.ParentId] += total[id];
            correct[step.ParentId] += correct[id];
        }

        for (var id = 0; id < tree.Count; id++)
        {
            tree.AddMonteCarlo(id, correct[id], total[id]);
        }
    }
}
