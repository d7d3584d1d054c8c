using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection.Difficulty;

/// <summary>
/// A problem's difficulty: one minus the posterior mean of its pass rate, 1 - (c + a) / (n + a + b), for c correct of n answered draws
/// and a prior Beta(a, b). With the default Beta(1, 1), which is Laplace's rule, a problem without draws has difficulty 0.5, and one that
/// was solved once of once 1/3: few draws say little.
/// </summary>
public sealed class DifficultyEstimate(DifficultyOptions options)
{
    /// <returns>In (0, 1); higher is harder.</returns>
    public double Of(DrawCounts draws)
        => 1 - ((draws.Correct + options.PriorCorrect) / (draws.Answered + options.PriorCorrect + options.PriorWrong));
}
