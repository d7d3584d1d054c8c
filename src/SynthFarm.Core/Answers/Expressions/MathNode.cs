namespace SynthFarm.Core.Answers.Expressions;

/// <summary>A parsed expression. Immutable; depth and size are bounded by the parser.</summary>
internal sealed class MathNode(NodeKind kind, string text = "", params MathNode[] items)
{
    public NodeKind Kind { get; } = kind;

    public string Text { get; } = text;

    public MathNode[] Items { get; } = items;

    /// <summary>The nodes in it, itself included: what a walk over it costs.</summary>
    public int Size { get; } = 1 + items.Sum(item => item.Size);

    public Rational Number { get; init; }

    public int Decimals { get; init; } = -1;

    public MathNode this[int index] => Items[index];

    public static MathNode Of(Rational value, int decimals = -1) => new(NodeKind.Number) { Number = value, Decimals = decimals };

    public static MathNode Integer(int value) => Of(Rational.Integer(value));

    public static MathNode Negated(MathNode node) => node.Kind switch
    {
        NodeKind.Number => new MathNode(NodeKind.Number, node.Text) { Number = -node.Number, Decimals = node.Decimals },
        NodeKind.Infinity => new MathNode(NodeKind.Infinity) { Number = -node.Number },
        _ => new MathNode(NodeKind.Negation, "", node),
    };

    public static MathNode Call(string name, params MathNode[] items) => new(NodeKind.Function, name, items);

    /// <summary>The same node around other items.</summary>
    public MathNode With(MathNode[] items) => new(Kind, Text, items) { Number = Number, Decimals = Decimals };

    public bool Is(NodeKind kind) => Kind == kind;
}
