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

    public string Version => "text/2";

    public string? Extract(string response) => TextAnswerExtraction.Extract(response);

    /// <inheritdoc/>
    /// <remarks>A gold answer that is a whole solution stands for the answer which that states.</remarks>
    public AnswerVerdict Check(Problem problem, string answer)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(answer);
        var gold = IsSolution(problem.Answer) ? Extract(problem.Answer) ?? problem.Answer : problem.Answer;
        return AnswerEquivalence.Compare(gold, answer, problem.Statement);
    }

    private static bool IsSolution(string gold) =>
        gold.Length > MaxBareGold || gold.Contains("\\boxed", StringComparison.Ordinal) || gold.Contains("####", StringComparison.Ordinal)
        || (gold.Length > 0 && char.IsLetter(gold[0]) && gold.Contains('$', StringComparison.Ordinal) && Segments.CountWords(gold) > 1);
}
