using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <content>Points, lists and finite sets.</content>
internal sealed partial class NodeComparer
{
    private static bool IsItems(MathNode node) => node.Kind is NodeKind.List or NodeKind.Set or NodeKind.Tuple;

    private Outcome CompareItems(MathNode gold, MathNode answer)
    {
        var (x, y) = (ItemsOf(gold), ItemsOf(answer));
        if (x.Length > MaxItems || y.Length > MaxItems)
        {
            return Outcome.Unknown($"more than {MaxItems} elements are not compared", RuleNames.Limit);
        }

        if (gold.Kind == NodeKind.Tuple && answer.Kind == NodeKind.Tuple && x.Length == 2 && !SameBrackets(gold.Text, answer.Text))
        {
            return Outcome.Wrong($"the brackets are {gold.Text}, not {answer.Text}", RuleNames.Items);
        }

        if ((gold.Kind == NodeKind.Set && answer.Kind == NodeKind.Tuple) || (gold.Kind == NodeKind.Tuple && answer.Kind == NodeKind.Set))
        {
            return Outcome.Wrong("one is a set, the other has an order", RuleNames.Items);
        }

        var hasOrder = gold.Kind == NodeKind.Tuple || answer.Kind == NodeKind.Tuple;
        if (!hasOrder)
        {
            (x, y) = (Distinct(x), Distinct(y));
        }

        if (x.Length != y.Length)
        {
            return Outcome.Wrong($"the answer has {x.Length} elements, not {y.Length}", RuleNames.Items);
        }

        if (AreNamed(x, y) && ByName(x, y) is { } named)
        {
            return InOrder(x, named);
        }

        return gold.Kind == NodeKind.Tuple || (hasOrder && !AreNamed(x, y)) ? InOrder(x, y) : InAnyOrder(x, y);
    }

    private Outcome InOrder(MathNode[] gold, MathNode[] answer)
    {
        var worst = Outcome.Correct("the elements are equal in order", RuleNames.Items);
        for (var i = 0; i < gold.Length; i++)
        {
            var item = Compare(gold[i], answer[i]);
            if (item.Verdict == Verdict.Wrong)
            {
                return item with { Reason = $"element {i + 1}: {item.Reason}", Rule = RuleNames.Items };
            }

            worst = item.IsCorrect ? worst : item with { Reason = $"element {i + 1}: {item.Reason}", Rule = RuleNames.Items };
        }

        return worst;
    }

    private Outcome InAnyOrder(MathNode[] gold, MathNode[] answer)
    {
        var left = answer.ToList();
        foreach (var item in gold)
        {
            var isUnknown = false;
            var found = left.FindIndex(candidate =>
            {
                var outcome = Compare(item, candidate);
                isUnknown |= outcome.Verdict == Verdict.Unknown;
                return outcome.IsCorrect;
            });
            if (found < 0)
            {
                return isUnknown
                    ? Outcome.Unknown("an element could not be compared", RuleNames.Items)
                    : Outcome.Wrong("an element of the gold answer is missing", RuleNames.Items);
            }

            left.RemoveAt(found);
        }

        return Outcome.Correct("the elements are equal in some order", RuleNames.Items);
    }

    private MathNode[] Distinct(MathNode[] items)
    {
        if (items.Length > 16)
        {
            return items;
        }

        var kept = new List<MathNode>();
        foreach (var item in items)
        {
            if (!kept.Exists(other => Compare(other, item).IsCorrect))
            {
                kept.Add(item);
            }
        }

        return [.. kept];
    }

    /// <summary>Whether both are equations that name the same values, in whatever order.</summary>
    private static bool AreNamed(MathNode[] x, MathNode[] y) =>
        x.All(item => Statements.NameOf(item) is not null) && y.All(item => Statements.NameOf(item) is not null);

    /// <summary>The second's equations in the order of the first's names; null where the names differ or repeat.</summary>
    private static MathNode[]? ByName(MathNode[] x, MathNode[] y)
    {
        var sorted = x.Select(item => Array.FindAll(y, other => Statements.NameOf(other) == Statements.NameOf(item))).ToArray();
        var areUnique = sorted.All(found => found.Length == 1) && x.DistinctBy(Statements.NameOf).Count() == x.Length;
        return areUnique ? Array.ConvertAll(sorted, found => found[0]) : null;
    }

    private static bool SameBrackets(string x, string y) => x == y;

    private static MathNode[] ItemsOf(MathNode node) => IsItems(node) ? node.Items : [node];
}
