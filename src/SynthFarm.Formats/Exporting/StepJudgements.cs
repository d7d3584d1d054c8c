using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Formats.Exporting;

/// <summary>Finds the first wrong step of a path: by the steps' own verdicts, by the family's step checker, and by the verdict on the answer.</summary>
internal static class StepJudgements
{
    /// <summary>Its place; -1 when every step is right, null when one that comes before any wrong one is not judged.</summary>
    public static int? FirstWrong(ReasoningTree tree, IReadOnlyList<ReasoningStep> path)
    {
        var checker = ProblemFamilies.Find(tree.Problem.Kind)?.Steps;
        var texts = new List<string>();
        for (var i = 0; i < path.Count; i++)
        {
            switch (Of(tree.Problem, path[i], texts, checker))
            {
                case Verdict.Wrong:
                    return i;
                case Verdict.Unknown:
                    return null;
                default:
                    texts.Add(path[i].Text);
                    break;
            }
        }

        return -1;
    }

    private static Verdict Of(Problem problem, ReasoningStep step, List<string> before, IStepChecker? checker) =>
        step.Verdict != Verdict.Unknown ? step.Verdict
        : step.Terminal == TerminalKind.Answer ? step.AnswerVerdict.Verdict
        : checker is null ? Verdict.Unknown
        : checker.Check(problem, before, step.Text) is var finding && finding.Error == StepErrorKind.DeadEnd ? Verdict.Correct
        : finding.Verdict;
}
