using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <content>Sets of real numbers and relations.</content>
internal sealed partial class NodeComparer
{
    private static bool IsSetLike(MathNode whole, MathNode value) =>
        IsCondition(value) || whole is { Kind: NodeKind.Relation, Text: "in" } || IsSetLike(value)
        || (value.Kind == NodeKind.List && value.Items.Length > 0 && value.Items.All(item => IsSetLike(item, item)));

    private static bool IsSetLike(MathNode node) => node.Kind switch
    {
        NodeKind.Sets => true,
        NodeKind.Symbol => node.Text is "emptyset" or "mathbbR",
        NodeKind.Set => node.Items.Length == 0,
        NodeKind.Tuple => node.Text is "[)" or "(]" || (node.Items.Length == 2 && Array.Exists(node.Items, item => item.Kind == NodeKind.Infinity)),
        _ => false,
    };

    /// <summary>An inequality, or several.</summary>
    private static bool IsCondition(MathNode node) => node.Kind == NodeKind.List
        ? node.Items.Length > 0 && node.Items.All(IsCondition)
        : node.Kind == NodeKind.Relation && node.Text.AsSpan().IndexOfAny('<', '>', '!') >= 0;

    private Outcome CompareSets(MathNode gold, MathNode expected, MathNode answer, MathNode stated)
    {
        if (IsCondition(expected) && IsCondition(stated) && expected.Kind == NodeKind.Relation && stated.Kind == NodeKind.Relation)
        {
            var relations = CompareRelations(expected, stated);
            if (relations.IsCorrect)
            {
                return relations;
            }
        }

        var reader = new SetReader(_scalars);
        if (reader.Read(expected) is not { } x || reader.Read(stated) is not { } y)
        {
            return IsCondition(expected) && stated.Kind is NodeKind.Number || IsCondition(stated) && expected.Kind is NodeKind.Number
                ? Outcome.Wrong("one is a value, the other a condition", RuleNames.Shape)
                : expected.Kind == NodeKind.Relation && stated.Kind == NodeKind.Relation
                    ? CompareRelations(expected, stated)
                    : Outcome.Unknown("one of them is not a set that is computed with", RuleNames.Sets);
        }

        if (!AreEqual(x, y))
        {
            return Outcome.Wrong("the sets differ", RuleNames.Sets);
        }

        // A gold set asks for more than the condition it solves; a gold condition is answered by its set.
        return IsCondition(stated) && !IsCondition(expected) && gold is not { Kind: NodeKind.Relation, Text: "in" }
            ? Outcome.Unknown("the answer is a condition, the gold answer the set it describes", RuleNames.Sets)
            : Outcome.Correct("the sets are equal", RuleNames.Sets);
    }

    private bool AreEqual(RealSet x, RealSet y)
    {
        if (x.Parts.Count != y.Parts.Count)
        {
            return false;
        }

        for (var i = 0; i < x.Parts.Count; i++)
        {
            var (p, q) = (x.Parts[i], y.Parts[i]);
            if (p.HasLow != q.HasLow || p.HasHigh != q.HasHigh || !AreEqual(p.Low, q.Low) || !AreEqual(p.High, q.High))
            {
                return false;
            }
        }

        return true;
    }

    private bool AreEqual(Endpoint x, Endpoint y) => x.Node is { } left && y.Node is { } right
        ? _scalars.Compare(left, right).IsCorrect
        : x.Node is null && y.Node is null && x.Infinity == y.Infinity;

    private Outcome CompareRelations(MathNode gold, MathNode answer)
    {
        var (x, y) = (gold.Text.Split(' '), answer.Text.Split(' '));
        if (x.Length == y.Length)
        {
            if (x.SequenceEqual(y) && InOrder(gold.Items, answer.Items) is { IsCorrect: true })
            {
                return Outcome.Correct("the relations are equal part by part", RuleNames.Relation);
            }

            if (x.Length > 1 && x.SequenceEqual(y.Reverse().Select(Relations.Flip)) && InOrder(gold.Items, [.. answer.Items.Reverse()]) is { IsCorrect: true })
            {
                return Outcome.Correct("the relations are equal when read from the other end", RuleNames.Relation);
            }
        }

        return x.Length == 1 && y.Length == 1
            ? Relations.Compare(gold, answer, _scalars)
            : Outcome.Unknown("the relations are not of a kind that is compared", RuleNames.Relation);
    }
}
