using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>A value with its percent sign, degree sign and unit taken off.</summary>
internal readonly record struct Measure(MathNode Value, bool IsPercent, bool IsDegree, string Unit)
{
    public bool HasSymbols => Contains(Value);

    public static Measure Of(MathNode node)
    {
        var (isPercent, isDegree, unit) = (false, false, "");
        while (node.Kind is NodeKind.Percent or NodeKind.Degree or NodeKind.Quantity)
        {
            isPercent |= node.Kind == NodeKind.Percent;
            isDegree |= node.Kind == NodeKind.Degree;
            unit = node.Kind == NodeKind.Quantity ? node.Text : unit;
            node = node[0];
        }

        return new Measure(node, isPercent, isDegree, unit);
    }

    /// <summary>Reads a letter behind a number as its unit: <c>5 m</c>.</summary>
    public Measure WithLetterUnit()
    {
        if (Value is not { Kind: NodeKind.Product, Items.Length: 2 } || Contains(Value[0]))
        {
            return this;
        }

        var last = Value[1];
        var symbol = last is { Kind: NodeKind.Power } && last[1].Kind == NodeKind.Number ? last[0] : last;
        if (symbol.Kind != NodeKind.Symbol || !UnitWords.IsLetter(symbol.Text))
        {
            return this;
        }

        var unit = ReferenceEquals(symbol, last) ? symbol.Text : $"{symbol.Text}^{last[1].Number}";
        return Of(Value[0]) with { Unit = unit };
    }

    private static bool Contains(MathNode node) =>
        (node.Kind == NodeKind.Symbol && node.Text is not ("pi" or "e" or "i")) || Array.Exists(node.Items, Contains);
}
