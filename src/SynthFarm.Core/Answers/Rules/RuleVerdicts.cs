namespace SynthFarm.Core.Answers.Rules;

/// <summary>Two-valued verdicts with a reason.</summary>
internal static class RuleVerdicts
{
    /// <summary>Longer texts are wrong for every published rule here; what they do with them is not comparable.</summary>
    public const int MaxLength = 20_000;

    public static AnswerVerdict Of(bool isCorrect, string rule, string? gold, string? answer)
    {
        if (answer is null)
        {
            return new AnswerVerdict(Verdict.Wrong, "the rule finds no answer", rule);
        }

        return isCorrect
            ? new AnswerVerdict(Verdict.Correct, $"the rule takes {QuotedText.Of(answer)} for {QuotedText.Of(gold)}", rule, answer)
            : new AnswerVerdict(Verdict.Wrong, $"the rule does not take {QuotedText.Of(answer)} for {QuotedText.Of(gold)}", rule, answer);
    }
}
