using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Rewards.Quality;

/// <summary>Puts a tree's rewards beside the truth, as its family's step checker knows it.</summary>
public static class OracleSteps
{
    /// <summary>
    /// Every scored step once. After a wrong step every further one counts as wrong too, because the path is; steps the checker cannot decide
    /// are left out.
    /// </summary>
    /// <param name="tree">A tree whose steps have rewards.</param>
    /// <param name="checker">The family's step checker.</param>
    /// <param name="untilFirstError">Whether to leave out what follows the first wrong step of a path. The harder question by far: a
    /// model that only notices wrecked paths looks good without it.</param>
    public static IReadOnlyList<ScoredStep> Read(ReasoningTree tree, IStepChecker checker, bool untilFirstError)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(checker);
        var steps = new List<ScoredStep>();
        var isRight = new bool[tree.Count];
        isRight[0] = true;
        for (var id = 1; id < tree.Count; id++)
        {
            var step = tree[id];
            if (step.Reward is not { } reward || (untilFirstError && !isRight[step.ParentId]))
            {
                continue;
            }

            var verdict = Verdict.Wrong;
            if (isRight[step.ParentId])
            {
                var path = tree.PathTo(step.ParentId).Select(s => s.Text).ToList();
                verdict = checker.Check(tree.Problem, path, step.Text).Verdict;
            }

            isRight[id] = verdict == Verdict.Correct;
            if (verdict != Verdict.Unknown)
            {
                steps.Add(new ScoredStep(reward, isRight[id], step.Terminal == TerminalKind.Answer));
            }
        }

        return steps;
    }
}
