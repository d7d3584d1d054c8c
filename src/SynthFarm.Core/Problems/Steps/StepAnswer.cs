using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Problems.Steps;

/// <summary>Judges the step that states the answer.</summary>
internal static class StepAnswer
{
    private const string Opening = "Answer:";

    /// <summary>Whether a step is one line that opens with <c>Answer:</c>.</summary>
    public static bool IsAnswer(string step)
    {
        var text = step.AsSpan().Trim();
        return text.StartsWith(Opening, StringComparison.OrdinalIgnoreCase) && !text.ContainsAny('\r', '\n');
    }

    /// <summary>The finding for an answer: what the answer checker says of it.</summary>
    public static StepFinding Judge(IAnswerChecker answers, Problem problem, string step)
    {
        if (answers.Extract(step) is not { } answer)
        {
            return new StepFinding(StepErrorKind.Unreadable, "the answer is empty");
        }

        var verdict = answers.Check(problem, answer);
        return verdict.Verdict switch
        {
            Verdict.Correct => StepFinding.Right,
            Verdict.Wrong => new StepFinding(StepErrorKind.WrongAnswer, verdict.Reason),
            _ => new StepFinding(StepErrorKind.Unreadable, verdict.Reason),
        };
    }
}
