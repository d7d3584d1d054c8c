using SynthFarm.Core.Answers.Equivalence;
using SynthFarm.Core.Answers.Extraction;
using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Answers;

/// <summary>Checks answers to problems of no family: <see cref="TextAnswerExtraction"/>, then <see cref="AnswerEquivalence"/>.</summary>
public sealed class TextAnswerChecker : IAnswerChecker
{
    private const int MaxBareGold = 300;

    private TextAnswerChecker()
    {
    }

    public static TextAnswerChecker Instance { get; } = new();

    public string Version => "text/3";

    public string? Extract(string response) => TextAnswerExtraction.Extract(response);

    /// <inheritdoc/>
    /// <remarks>A gold answer that is a whole solution stands for the answer which that states.</remarks>
    public AnswerVerdict Check(Problem problem, string answer)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(answer);
        if (!problem.HasGold)
        {
            var form = CanonicalForm.Of(answer, AnswerNormalization.Normalize(answer), TimeProvider.System);
            return new AnswerVerdict(Verdict.Unknown, "there is no gold answer", RuleNames.Extraction, form);
        }

        return AnswerEquivalence.Compare(GoldOf(problem.Answer), answer, problem.Statement);
    }

    /// <summary>The gold answer itself, or the one that a whole solution in its place states.</summary>
    internal static string GoldOf(string gold) => IsSolution(gold) ? TextAnswerExtraction.Extract(gold) ?? gold : gold;

    private static bool IsSolution(string gold) =>
        gold.Length > MaxBareGold || gold.Contains("\\boxed", StringComparison.Ordinal) || gold.Contains("####", StringComparison.Ordinal)
        || (gold.Length > 0 && char.IsLetter(gold[0]) && gold.Contains('$', StringComparison.Ordinal) && Segments.CountWords(gold) > 1);
}
