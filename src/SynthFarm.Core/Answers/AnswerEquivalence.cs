namespace SynthFarm.Core.Answers;

/// <summary>Whether two answers in general text are the same.</summary>
public static class AnswerEquivalence
{
    /// <summary>Longer answers are not compared.</summary>
    public const int MaxLength = 10_000;

    /// <summary>Compares an answer with the gold answer.</summary>
    /// <remarks>
    /// Numbers (integers, decimals, fractions) are compared exactly. Other texts are equal when they are after normalisation; a different
    /// number, and a different single word for a single word, is wrong; anything else is unknown.
    /// </remarks>
    public static AnswerVerdict Compare(string gold, string answer)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(answer);
        if (gold.Length > MaxLength || answer.Length > MaxLength)
        {
            return new AnswerVerdict(Verdict.Unknown, $"answers of more than {MaxLength} characters are not compared", "length");
        }

        var (expected, stated) = (AnswerNormalization.Normalize(gold), AnswerNormalization.Normalize(answer));
        if (stated.Length == 0)
        {
            return new AnswerVerdict(Verdict.Unknown, "the answer is empty", "text-equality");
        }

        var (x, y) = (Rational.Parse(expected), Rational.Parse(stated));
        if (x is { } number && y is { } value)
        {
            return number == value
                ? new AnswerVerdict(Verdict.Correct, $"the numbers are equal: {value.ToShortText()}", "number-equality", value.ToString())
                : new AnswerVerdict(
                    Verdict.Wrong, $"the answer is {number.ToShortText()}, not {value.ToShortText()}", "number-equality", value.ToString());
        }

        var canonical = y?.ToString() ?? stated;
        if (string.Equals(expected, stated, StringComparison.Ordinal))
        {
            return new AnswerVerdict(Verdict.Correct, "the texts are equal", "text-equality", canonical);
        }

        return IsWord(expected) && IsWord(stated)
            ? new AnswerVerdict(Verdict.Wrong, $"the answer is {QuotedText.Of(expected)}, not {QuotedText.Of(stated)}", "text-equality", canonical)
            : new AnswerVerdict(
                Verdict.Unknown, $"whether {QuotedText.Of(stated)} equals {QuotedText.Of(expected)} was not decided", "text-equality", canonical);
    }

    private static bool IsWord(string text) => text.Length > 0 && text.All(char.IsLetter);
}
