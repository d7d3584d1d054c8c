using SynthFarm.Core.Answers;
using SynthFarm.Core.Answers.Equivalence;
using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Hygiene.Triage;

/// <summary>The form of an answer, from its parsed expression.</summary>
internal static class AnswerTypes
{
    private static readonly string[] YesNo = ["yes", "no", "true", "false"];

    public static AnswerType Of(string answer)
    {
        var normal = AnswerNormalization.Normalize(answer);
        if (normal.Length == 0)
        {
            return AnswerType.None;
        }

        if (YesNo.Contains(normal.ToLowerInvariant(), StringComparer.Ordinal))
        {
            return AnswerType.YesNo;
        }

        if (TextAnswers.IsWords(normal))
        {
            return TextAnswers.Number(normal) is null ? AnswerType.Words : AnswerType.WholeNumber;
        }

        return normal.Length > AnswerEquivalence.MaxLength || MathParser.Parse(Escapes.Undouble(answer), CommaReading.Thousands).Node is not { } node
            ? AnswerType.Unreadable
            : Of(node);
    }

    private static AnswerType Of(MathNode node) => node.Kind switch
    {
        NodeKind.Number => node.Text.Length > 0 || node.Number.IsInteger ? AnswerType.WholeNumber : node.Decimals >= 0 ? AnswerType.DecimalNumber : AnswerType.Fraction,
        NodeKind.Negation => Of(node[0]),
        NodeKind.Quotient when node.Items.All(IsInteger) => AnswerType.Fraction,
        NodeKind.Percent => AnswerType.Percentage,
        NodeKind.Degree => AnswerType.Quantity,
        NodeKind.Quantity => node[0].Kind == NodeKind.Words ? AnswerType.Words : AnswerType.Quantity,
        NodeKind.Relation => AnswerType.Relation,
        NodeKind.List or NodeKind.PlusMinus => AnswerType.List,
        NodeKind.Tuple => AnswerType.Tuple,
        NodeKind.Set or NodeKind.Sets => AnswerType.Set,
        NodeKind.Matrix => AnswerType.Matrix,
        NodeKind.Words => AnswerType.Words,
        _ => AnswerType.Expression,
    };

    private static bool IsInteger(MathNode node) => node.Kind == NodeKind.Number && node.Number.IsInteger;
}
