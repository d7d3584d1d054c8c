using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>Parses both answers, in the usual reading first; a comma between digits allows others.</summary>
internal sealed class Readings(WorkBudget work)
{
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

        return usual;
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
