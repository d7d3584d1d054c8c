using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>Matrices with a factor in front.</summary>
internal static class Matrices
{
    /// <summary>A negated matrix, or the product of a matrix and numbers, as one matrix; any other node as it is.</summary>
    public static MathNode Multiply(MathNode node)
    {
        if (node is { Kind: NodeKind.Negation } && Multiply(node[0]) is { Kind: NodeKind.Matrix } inner)
        {
            return Map(inner, MathNode.Negated);
        }

        if (node.Kind != NodeKind.Product || Array.FindAll(node.Items, item => item.Kind == NodeKind.Matrix) is not [var matrix])
        {
            return node;
        }

        var factors = Array.FindAll(node.Items, item => item.Kind != NodeKind.Matrix);
        return Array.TrueForAll(factors, IsScalar) ? Map(matrix, cell => new MathNode(NodeKind.Product, "", [.. factors, cell])) : node;
    }

    private static MathNode Map(MathNode matrix, Converter<MathNode, MathNode> change) =>
        matrix.With(Array.ConvertAll(matrix.Items, row => row.With(Array.ConvertAll(row.Items, change))));

    private static bool IsScalar(MathNode node) =>
        node.Kind is NodeKind.Number or NodeKind.Symbol or NodeKind.Sum or NodeKind.Product or NodeKind.Quotient or NodeKind.Power or NodeKind.Negation or NodeKind.Function;
}
