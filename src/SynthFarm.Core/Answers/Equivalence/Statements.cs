using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>What an equation that names a value states: <c>x = 5</c> states 5, <c>A = 2 + 3 = 5</c> as well.</summary>
internal static class Statements
{
    /// <summary>The value and, where one stands behind an approximation sign, the rounded value. The node itself where it names none.</summary>
    public static (MathNode Value, MathNode? Rounded) Of(MathNode node)
    {
        if (node is { Kind: NodeKind.List, Text: "and" } && Array.TrueForAll(node.Items, IsCalculation))
        {
            return Of(node.Items[^1]);
        }

        if (node.Kind != NodeKind.Relation)
        {
            return (node, null);
        }

        var relations = node.Text.Split(' ');
        if (relations is ["in"])
        {
            return IsName(node[0]) ? (node[1], null) : (node, null);
        }

        if (Array.Exists(relations, relation => relation is not ("=" or "~" or "==")))
        {
            return (node, null);
        }

        var approximate = Array.IndexOf(relations, "~");
        var exact = node.Items.AsSpan(0, approximate < 0 ? node.Items.Length : approximate + 1);
        if (exact.Length == 1)
        {
            return IsName(exact[0]) ? (node.Items[^1], null) : (exact[0], node.Items[^1]);
        }

        var rounded = approximate < 0 ? null : node.Items[^1];
        if (exact.Length > 2)
        {
            return (IsName(exact[^1]) && !IsName(exact[^2]) ? exact[^2] : exact[^1], rounded);
        }

        if (IsName(exact[0]) || (IsConstant(exact[0]) && IsConstant(exact[1])))
        {
            return (exact[1], rounded);
        }

        return IsName(exact[1]) && IsConstant(exact[0]) ? (exact[0], rounded) : (node, null);
    }

    /// <summary>The name an equation gives its value; null for none.</summary>
    public static string? NameOf(MathNode node) => node.Kind == NodeKind.Relation && node[0].Kind == NodeKind.Symbol ? node[0].Text : null;

    /// <summary><c>3 * 60 = 180</c>: of several in a row the last is what they come to.</summary>
    private static bool IsCalculation(MathNode node) =>
        node is { Kind: NodeKind.Relation, Text: "=" } && node[0].Kind != NodeKind.Number && Array.TrueForAll(node.Items, IsConstant);

    /// <summary>Whether a left side only names: a variable, <c>f(x)</c>, <c>(p, q, r)</c>, words, <c>\angle ABC</c>.</summary>
    private static bool IsName(MathNode node) => node.Kind switch
    {
        NodeKind.Symbol => node.Text is not ("pi" or "e" or "i"),
        NodeKind.Words => true,
        NodeKind.Function => node.Items.All(item => item.Kind is NodeKind.Symbol or NodeKind.Number or NodeKind.Sum) && node.Text is [var letter, ..] && (node.Text.Length == 1 || node.Text[1] is '_' or '\'' ) && char.IsLetter(letter),
        NodeKind.Tuple or NodeKind.List => node.Items.All(IsName),
        NodeKind.Quantity => node[0].Kind == NodeKind.Symbol,
        NodeKind.Product when node[0] is { Kind: NodeKind.Power } inverse => inverse[0].Kind == NodeKind.Symbol && inverse[0].Text is "f" or "g" or "h" && node.Items.Length == 2,
        NodeKind.Product => node.Items.All(item => item.Kind is NodeKind.Symbol or NodeKind.Words) && (node.Items[0].Text is ['\\', ..] || (node.Items[0].Text is "m" && node.Items[1].Text is ['\\', ..])
            || node.Items.All(item => item.Text is [>= 'A' and <= 'Z'])),
        _ => false,
    };

    private static bool IsConstant(MathNode node) =>
        (node.Kind != NodeKind.Symbol || node.Text is "pi" or "e" or "i") && node.Kind is not (NodeKind.Words or NodeKind.Relation) && node.Items.All(IsConstant);
}
