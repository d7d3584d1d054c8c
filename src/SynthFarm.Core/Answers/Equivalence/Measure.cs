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

    /// <summary>Reads a letter behind a number as its unit, or two as a rate: <c>5 m</c>, <c>9.8 m/s^2</c>.</summary>
    public Measure WithLetterUnit()
    {
        if (Rate() is { } rate)
        {
            return rate;
        }

        if (Value is not { Kind: NodeKind.Product, Items.Length: 2 } || Contains(Value[0]))
        {
            return this;
        }

        return LetterOf(Value[1]) is { } unit ? Of(Value[0]) with { Unit = unit } : this;
    }

    /// <summary>The parser reads <c>9.8 m/s^2</c> as the product of 9.8, m and 1/s^2.</summary>
    private Measure? Rate() =>
        Value is { Kind: NodeKind.Product, Items.Length: 3 } && !Contains(Value[0]) && LetterOf(Value[1]) is { } above
        && Value[2] is { Kind: NodeKind.Quotient } inverse && inverse[0] is { Kind: NodeKind.Number } one && one.Number == Rational.One && LetterOf(inverse[1]) is { } below
            ? Of(Value[0]) with { Unit = $"{above}/{below}" }
            : null;

    /// <summary>A letter that is a unit, or a power of one; null for anything else.</summary>
    private static string? LetterOf(MathNode node)
    {
        var symbol = node is { Kind: NodeKind.Power } && node[1].Kind == NodeKind.Number ? node[0] : node;
        return symbol.Kind != NodeKind.Symbol || !UnitWords.IsLetter(symbol.Text) ? null
            : ReferenceEquals(symbol, node) ? symbol.Text
            : $"{symbol.Text}^{node[1].Number}";
    }

    private static bool Contains(MathNode node) =>
        (node.Kind == NodeKind.Symbol && node.Text is not ("pi" or "e" or "i")) || Array.Exists(node.Items, Contains);
}
