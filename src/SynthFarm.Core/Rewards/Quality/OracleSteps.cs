using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Rewards.Quality;

/// <summary>Puts a tree's rewards beside the truth, as its family's step checker knows it.</summary>
public static class OracleSteps
{
    /// <summary>
    /// Every scored step up to and with the first wrong one of each path, once: what follows an error says little about a reward model. Steps
    /// the checker cannot decide are left out.
    /// </summary>
    public static IReadOnlyList<ScoredStep> Read(ReasoningTree tree, IStepChecker checker)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(checker);
        var steps = new List<ScoredStep>();
        var isRight = new bool[tree.Count];
        isRight[0] = true;
        for (var id = 1; id < tree.Count; id++)
        {
            var step = tree[id];
            if (!isRight[step.ParentId] || step.Reward is not { } reward)
            {
                continue;
            }

            var path = tree.PathTo(step.ParentId).Select(s => s.Text).ToList();
            var verdict = checker.Check(tree.Problem, path, step.Text).Verdict;
            isRight[id] = verdict == Verdict.Correct;
            if (verdict != Verdict.Unknown)
            {
                steps.Add(new ScoredStep(reward, isRight[id], step.Terminal == TerminalKind.Answer));
            }
        }

        return steps;
    }
}
