using SynthFarm.Core.Answers.Equivalence;

namespace SynthFarm.Core.Answers;

/// <summary>Whether two answers are the same. The gold answer comes first: its form decides what is accepted.</summary>
/// <remarks>
/// Both are parsed as mathematics and compared by their shape; see docs/answers.md for the rules. What is not decided is unknown. Work is
/// counted and bounded, so that every comparison ends.
/// </remarks>
public static class AnswerEquivalence
{
    /// <summary>Longer answers are not compared.</summary>
    public const int MaxLength = 10_000;

    /// <summary>The backstop behind the counted work.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(200);

    /// <summary>Compares an answer with the gold answer.</summary>
    /// <param name="gold">The gold answer, bare.</param>
    /// <param name="answer">The answer, bare.</param>
    /// <param name="statement">The problem, which may list options by letter; null for none.</param>
    /// <param name="clock">Measures the backstop; null for the system's.</param>
    public static AnswerVerdict Compare(string gold, string answer, string? statement = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(answer);
        if (gold.Length > MaxLength || answer.Length > MaxLength)
        {
            return string.Equals(gold, answer, StringComparison.Ordinal)
                ? new AnswerVerdict(Verdict.Correct, "the texts are equal", RuleNames.Text)
                : new AnswerVerdict(Verdict.Unknown, $"answers of more than {MaxLength} characters are not compared", "length");
        }

        var (expected, stated) = (AnswerNormalization.Normalize(gold), AnswerNormalization.Normalize(answer));
        if (stated.Length == 0)
        {
            return new AnswerVerdict(Verdict.Unknown, "the answer is empty", RuleNames.Text);
        }

        clock ??= TimeProvider.System;
        if (Rational.Parse(stated) is { } value && Rational.Parse(expected) is { } goldValue && (goldValue == value || !HasPoint(expected, stated)))
        {
            return goldValue == value
                ? new AnswerVerdict(Verdict.Correct, $"the numbers are equal: {value.ToShortText()}", RuleNames.Number, value.ToString())
                : new AnswerVerdict(Verdict.Wrong, $"the answer is {goldValue.ToShortText()}, not {value.ToShortText()}", RuleNames.Number, value.ToString());
        }

        if (string.Equals(expected, stated, StringComparison.Ordinal))
        {
            return new AnswerVerdict(Verdict.Correct, "the texts are equal", RuleNames.Text, CanonicalForm.Of(answer, stated, clock));
        }

        Outcome outcome;
        try
        {
            outcome = Decide(gold.Trim(), answer.Trim(), statement, new WorkBudget(WorkBudget.DefaultUnits, clock, TimeLimit));
        }
        catch (WorkLimitException limit)
        {
            outcome = Outcome.Unknown($"{limit.Message}; not decided", RuleNames.Limit);
        }

        // What is equal to the gold answer is one vote, however it is written.
        var canonical = outcome.IsCorrect ? CanonicalForm.Of(gold, expected, clock) : CanonicalForm.Of(answer, stated, clock);
        return new AnswerVerdict(outcome.Verdict, outcome.Reason, outcome.Rule, canonical);
    }

    /// <summary>Decimals may be roundings, and a comma a decimal point: numbers alone do not decide then.</summary>
    private static bool HasPoint(string gold, string answer) => gold.AsSpan().ContainsAny('.', ',') || answer.AsSpan().ContainsAny('.', ',');

    private static Outcome Decide(string gold, string answer, string? statement, WorkBudget work)
    {
        var choice = ChoiceAnswers.Compare(
            AnswerNormalization.Normalize(gold), AnswerNormalization.Normalize(answer), statement, (x, y) => DecideText(x, y, work));
        return choice ?? DecideText(gold, answer, work);
    }

    private static Outcome DecideText(string gold, string answer, WorkBudget work)
    {
        var (expected, stated) = (AnswerNormalization.Normalize(gold), AnswerNormalization.Normalize(answer));
        if (string.Equals(expected, stated, StringComparison.Ordinal))
        {
            return Outcome.Correct("the texts are equal", RuleNames.Text);
        }

        if (TextAnswers.IsWords(expected) && TextAnswers.IsWords(stated) && TextAnswers.Compare(expected, stated) is { } words)
        {
            return words;
        }

        return new Readings(work).Compare(gold, answer) ?? Outcome.Unknown(
            $"whether {QuotedText.Of(answer)} equals {QuotedText.Of(gold)} was not decided", RuleNames.Text);
    }
}
