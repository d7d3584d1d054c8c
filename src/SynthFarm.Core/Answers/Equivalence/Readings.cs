using SynthFarm.Core.Answers.Expressions;
using SynthFarm.Core.Answers.Extraction;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>Parses both answers, in the usual reading first; a comma between digits allows others.</summary>
internal sealed class Readings(WorkBudget work)
{
    private const int MaxWords = 8;

    /// <summary>The first reading that is correct, else the verdict of the usual one; null where a text is no mathematics.</summary>
    public Outcome? Compare(string gold, string answer)
    {
        var (goldReadings, answerReadings) = (Of(gold), Of(answer));
        Outcome? usual = null;
        foreach (var expected in goldReadings)
        {
            foreach (var stated in answerReadings)
            {
                if (Parse(gold, expected) is not { } x || Parse(answer, stated) is not { } y)
                {
                    if (usual is null)
                    {
                        usual = Outcome.Unknown(Fault(gold, answer), RuleNames.Shape);
                    }

                    continue;
                }

                var outcome = new NodeComparer(work).Compare(x, y);
                if (outcome.IsCorrect)
                {
                    return outcome;
                }

                usual ??= outcome;
            }
        }

        return usual is { Verdict: Verdict.Unknown, Rule: RuleNames.Shape } && Parse(gold, CommaReading.Thousands) is { } value
            ? InWords(value, answer) ?? usual
            : usual;
    }

    /// <summary>
    /// An answer with words in its way: what stands behind its last equals sign, or, where the gold answer is a number, its only number or the
    /// one it starts with: <c>48 cookies in 4 batches</c>.
    /// </summary>
    private Outcome? InWords(MathNode gold, string answer)
    {
        var equals = answer.LastIndexOf('=');
        if (equals > 0 && Parse(answer[(equals + 1)..], CommaReading.Thousands) is { } last)
        {
            return new NodeComparer(work).Compare(gold, last);
        }

        var isNumber = Measure.Of(gold).Value.Kind == NodeKind.Number;
        return isNumber && Segments.CountWords(answer) is > 0 and <= MaxWords && (Segments.OnlyNumber(answer) ?? Segments.LeadingNumber(answer)) is { } only
            && Parse(only, CommaReading.Thousands) is { } number
            ? new NodeComparer(work).Compare(gold, number)
            : null;
    }

    private static string Fault(string gold, string answer) => MathParser.Parse(gold, CommaReading.Thousands).Fault is { } fault
        ? $"the gold answer {QuotedText.Of(gold)} is not read as mathematics: {fault}"
        : $"{QuotedText.Of(answer)} is not read as mathematics: {MathParser.Parse(answer, CommaReading.Thousands).Fault}";

    private MathNode? Parse(string text, CommaReading comma)
    {
        work.Spend(text.Length / 4);
        if (TextAnswers.Number(text) is { } number)
        {
            return MathNode.Of(number);
        }

        return MathParser.Parse(Escapes.Undouble(text), comma).Node;
    }

    private static CommaReading[] Of(string text)
    {
        var commas = 0;
        for (var i = 1; i + 1 < text.Length; i++)
        {
            commas += text[i] == ',' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]) ? 1 : 0;
        }

        return commas switch
        {
            0 => [CommaReading.Thousands],
            1 => [CommaReading.Thousands, CommaReading.Separator, CommaReading.DecimalPoint],
            _ => [CommaReading.Thousands, CommaReading.Separator],
        };
    }
}
