using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>Writes out plus-minus signs: <c>1 \pm \sqrt{2}</c> is two values.</summary>
internal static class Signs
{
    /// <summary>The node, or a list of its two readings.</summary>
    public static MathNode Expand(MathNode node)
    {
        if (!Has(node))
        {
            return node;
        }

        if (node.Kind == NodeKind.Relation)
        {
            var (value, _) = Statements.Of(node);
            node = ReferenceEquals(value, node) ? node : value;
        }

        if (node.Kind is NodeKind.List or NodeKind.Set)
        {
            var items = node.Items.SelectMany(item => Has(item) ? (MathNode[])[Choose(item, true), Choose(item, false)] : [item]).ToArray();
            return node.With(items);
        }

        return new MathNode(NodeKind.List, "or", Choose(node, true), Choose(node, false));
    }

    private static MathNode Choose(MathNode node, bool upper)
    {
        if (node.Kind == NodeKind.PlusMinus)
        {
            var inner = Choose(node[0], upper);
            return node.Text == "+-" == upper ? inner : MathNode.Negated(inner);
        }

        return node.Items.Length == 0 ? node : node.With(Array.ConvertAll(node.Items, item => Choose(item, upper)));
    }

    private static bool Has(MathNode node) => node.Kind == NodeKind.PlusMinus || Array.Exists(node.Items, Has);
}
