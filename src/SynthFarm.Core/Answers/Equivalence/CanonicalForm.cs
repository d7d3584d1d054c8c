using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>The form votes are counted over.</summary>
internal static class CanonicalForm
{
    private const int MaxParsed = 200;
    private const long Units = 5_000;

    /// <summary>A number in lowest terms where the answer states one, else the normalised text without spaces.</summary>
    /// <param name="answer">The answer as stated.</param>
    /// <param name="normalized">The same after <see cref="AnswerNormalization"/>.</param>
    /// <param name="clock">Measures the backstop.</param>
    public static string Of(string answer, string normalized, TimeProvider clock)
    {
        if (Rational.Parse(normalized) is { } number)
        {
            return number.ToString();
        }

        var text = normalized.Replace(" ", "", StringComparison.Ordinal);
        if (answer.Length > MaxParsed || TextAnswers.IsWords(normalized) || MathParser.Parse(answer, CommaReading.Thousands).Node is not { } node)
        {
            return text;
        }

        try
        {
            var value = Measure.Of(Statements.Of(node).Value).Value;
            var scalars = ScalarComparer.Create(new WorkBudget(Units, clock, AnswerEquivalence.TimeLimit));
            return scalars.Builder.Build(value)?.Value is { } constant ? constant.ToString() : text;
        }
        catch (WorkLimitException)
        {
            // Too much work for a label; the text is one as well.
            return text;
        }
    }
}
