using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Formats.Records;

/// <summary>Labels of formats that name the first wrong step of a chain: what is before it is right, what is behind it nobody judged.</summary>
internal static class StepVerdicts
{
    /// <summary>What a step is criticised with where the data set gives no reason: a clause that can stand in a sentence.</summary>
    public const string NoReason = "that step is wrong";

    /// <param name="firstWrong">Place of the first wrong step; -1 when all are right.</param>
    /// <param name="reason">What is wrong with it; null where nobody says.</param>
    public static IReadOnlyList<ImportedStep> Mark(IReadOnlyList<ImportedStep> steps, int firstWrong, string? reason = null) =>
    [
        .. steps.Select((step, i) => firstWrong < 0 || i < firstWrong ? step with { Verdict = Verdict.Correct }
            : i == firstWrong ? step with { Verdict = Verdict.Wrong, Critique = reason ?? NoReason }
            : step),
    ];

    /// <summary>Place of the first step that is judged wrong; -1 when none is.</summary>
    public static int FirstWrong(IReadOnlyList<ReasoningStep> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Verdict == Verdict.Wrong)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A step's text without the one delimiter an import put behind it.</summary>
    public static string Bare(string text, string delimiter) => text.EndsWith(delimiter, StringComparison.Ordinal) ? text[..^delimiter.Length] : text.TrimEnd('\n');
}
