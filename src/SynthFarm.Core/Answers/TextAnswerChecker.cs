using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Answers;

/// <summary>Checks answers to problems of no family: <see cref="TextAnswerExtraction"/>, then <see cref="AnswerEquivalence"/>.</summary>
public sealed class TextAnswerChecker : IAnswerChecker
{
    private TextAnswerChecker()
    {
    }

    public static TextAnswerChecker Instance { get; } = new();

    public string Version => "text/1";

    public string? Extract(string response) => TextAnswerExtraction.Extract(response);

    /// <inheritdoc/>
    /// <remarks>A gold answer that is a whole solution with a box or <c>####</c> stands for what that states.</remarks>
    public AnswerVerdict Check(Problem problem, string answer)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(answer);
        var gold = AnswerExtraction.LastBoxed(problem.Answer) ?? AnswerExtraction.AfterHashes(problem.Answer) ?? problem.Answer;
        return AnswerEquivalence.Compare(gold, answer);
    }
}
