using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Problems.Arithmetic;

/// <summary>Compares the number an answer states with the gold answer, exactly.</summary>
internal sealed class ArithmeticAnswerChecker : IAnswerChecker
{
    private const string Rule = "arithmetic-number";

    public string Version => "arithmetic/1";

    /// <summary>
    /// What follows the last <c>Answer:</c>, else the last box, else the text itself where it is one line without a line break and a number.
    /// </summary>
    public string? Extract(string response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if ((AnswerExtraction.AfterMarker(response) ?? AnswerExtraction.LastBoxed(response)) is { } stated)
        {
            return stated;
        }

        return response.AsSpan().ContainsAny('\r', '\n') || Rational.Parse(response) is null ? null : response.Trim();
    }

    public AnswerVerdict Check(Problem problem, string answer)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(answer);
        if (Rational.Parse(problem.Answer) is not { } gold)
        {
            return new AnswerVerdict(Verdict.Unknown, $"the gold answer {QuotedText.Of(problem.Answer)} is not a number", Rule);
        }

        if (Rational.Parse(answer) is not { } value)
        {
            return new AnswerVerdict(Verdict.Unknown, $"{QuotedText.Of(answer)} is not a number", Rule);
        }

        return value == gold
            ? new AnswerVerdict(Verdict.Correct, $"the answer is {gold.ToShortText()}", Rule, value.ToString())
            : new AnswerVerdict(Verdict.Wrong, $"the answer is {gold.ToShortText()}, not {value.ToShortText()}", Rule, value.ToString());
    }
}
