using SynthFarm.Core.Reasoning;
using SynthFarm.Inference.Training;

namespace SynthFarm.TinyModels.Recipe;

/// <summary>Turns trees with Monte-Carlo counts into training rows for a process reward model (Math-Shepherd's soft estimates).</summary>
internal static class TreeRewardRows
{
    /// <summary>
    /// One row per leaf: the problem's tokens, then the path's, with the share of correct completions as label at the end of each step.
    /// Steps shared by several leaves stand in several rows, as often as they matter.
    /// </summary>
    /// <param name="tree">A tree whose steps carry counts; steps without any are left out of the labels.</param>
    /// <param name="promptTokens">The tokens the policy saw before the first step.</param>
    /// <param name="maxTokens">Rows that would be longer are left out.</param>
    /// <param name="maxWrong">Leaves without a correct answer to make rows of, the first ones; the labels count all.</param>
    public static IEnumerable<RewardExample> From(ReasoningTree tree, IReadOnlyList<int> promptTokens, int maxTokens, int maxWrong = int.MaxValue)
    {
        var wrong = 0;
        foreach (var leaf in tree.Steps.Where(step => step.IsTerminal && (step.IsCorrectLeaf || wrong++ < maxWrong)))
        {
            var tokens = new List<int>(promptTokens);
            var positions = new List<int>();
            var labels = new List<float>();
            foreach (var step in tree.PathTo(leaf.Id))
            {
                tokens.AddRange(step.TokenIds);
                if (step.MonteCarloTotal > 0)
                {
                    positions.Add(tokens.Count - 1);
                    labels.Add((float)step.MonteCarloCorrect / step.MonteCarloTotal);
                }
            }

            if (tokens.Count <= maxTokens && positions.Count > 0)
            {
                yield return new RewardExample([.. tokens], [.. positions], [.. labels]);
            }
        }
    }
}
