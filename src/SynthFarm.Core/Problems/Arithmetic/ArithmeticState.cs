using SynthFarm.Core.Problems.Steps;

namespace SynthFarm.Core.Problems.Arithmetic;

/// <summary>The expressions a path may have come to: more than one where an operation it states stands in several places.</summary>
internal sealed class ArithmeticState
{
    private const int MaxExpressions = 32;

    private readonly List<ArithmeticExpression> _expressions;

    public ArithmeticState(ArithmeticExpression expression) => _expressions = [expression];

    private ArithmeticState(List<ArithmeticExpression> expressions) => _expressions = expressions;

    /// <summary>At least one.</summary>
    public IReadOnlyList<ArithmeticExpression> Expressions => _expressions;

    /// <summary>The state after a step with the result it states; null when the operation may go next nowhere.</summary>
    public ArithmeticState? Follow(OperationLine line)
    {
        var after = new List<ArithmeticExpression>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var expression in _expressions)
        {
            foreach (var next in ArithmeticReordering.After(expression, line))
            {
                if (after.Count < MaxExpressions && seen.Add(next.ToString()))
                {
                    after.Add(next);
                }
            }
        }

        return after.Count == 0 ? null : new ArithmeticState(after);
    }

    /// <summary>Whether the operation a step states stands at an index, in this order or, for + and *, the other.</summary>
    public static bool Matches(ArithmeticExpression expression, int index, OperationLine line)
    {
        if (!expression.HasNumbersAround(index) || expression.Tokens[index].Symbol != line.Symbol)
        {
            return false;
        }

        var (left, right) = (expression.Tokens[index - 1].Value, expression.Tokens[index + 1].Value);
        return (left == line.Left && right == line.Right) || (line.Symbol != '-' && left == line.Right && right == line.Left);
    }
}
