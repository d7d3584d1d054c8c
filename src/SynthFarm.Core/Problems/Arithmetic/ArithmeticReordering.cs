using SynthFarm.Core.Problems.Steps;

namespace SynthFarm.Core.Problems.Arithmetic;

/// <summary>
/// Where in an expression an operation may be carried out so that the value stays as it is: the terms of a sum and the factors of a product may
/// be taken in any order, so <c>9 - 2 = 7</c> is a step of <c>9 - 4 - 2</c>, and <c>4 - 2 = 2</c> is not.
/// </summary>
internal static class ArithmeticReordering
{
    /// <summary>The expressions that can follow <paramref name="expression"/> when a step states <paramref name="line"/>, with the result it states.</summary>
    public static IEnumerable<ArithmeticExpression> After(ArithmeticExpression expression, OperationLine line)
    {
        for (var first = 0; first < expression.Tokens.Length; first++)
        {
            if (!expression.Tokens[first].IsNumber)
            {
                continue;
            }

            foreach (var (second, isProduct) in Later(expression, first))
            {
                if (line.Symbol == '*' ? isProduct && AreOperands(expression, line, first, second) : IsSum(expression, line, first, second))
                {
                    yield return expression.Merge(first, second, line.Result);
                }
                else if (line.Symbol == '-' && IsDifference(expression, line, second, first))
                {
                    yield return expression.Merge(second, first, line.Result);
                }
            }
        }
    }

    /// <summary>The numbers after one that stand in the same parentheses, and whether only * stands between.</summary>
    private static IEnumerable<(int Index, bool IsProduct)> Later(ArithmeticExpression expression, int first)
    {
        var (depth, isProduct) = (0, true);
        for (var i = first + 1; i < expression.Tokens.Length && depth >= 0; i++)
        {
            var token = expression.Tokens[i];
            depth += token.Symbol switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 && token.IsNumber)
            {
                yield return (i, isProduct);
            }

            isProduct &= depth > 0 || token.Symbol is not ('+' or '-');
        }
    }

    private static bool IsSum(ArithmeticExpression expression, OperationLine line, int first, int second) => line.Symbol == '+'
        ? Sign(expression, first) == '+' && Sign(expression, second) == '+' && AreOperands(expression, line, first, second)
        : line.Symbol == '-' && IsDifference(expression, line, first, second);

    private static bool IsDifference(ArithmeticExpression expression, OperationLine line, int left, int right) =>
        Sign(expression, left) == '+' && Sign(expression, right) == '-'
        && expression.Tokens[left].Value == line.Left && expression.Tokens[right].Value == line.Right;

    private static bool AreOperands(ArithmeticExpression expression, OperationLine line, int first, int second)
    {
        var (one, other) = (expression.Tokens[first].Value, expression.Tokens[second].Value);
        return (one == line.Left && other == line.Right) || (one == line.Right && other == line.Left);
    }

    /// <summary>The sign of a number that is a term of a sum; * for a factor.</summary>
    private static char Sign(ArithmeticExpression expression, int index)
    {
        var before = index > 0 ? expression.Tokens[index - 1].Symbol : '(';
        var after = index + 1 < expression.Tokens.Length ? expression.Tokens[index + 1].Symbol : ')';
        return before == '*' || after == '*' ? '*' : before == '-' ? '-' : '+';
    }
}
