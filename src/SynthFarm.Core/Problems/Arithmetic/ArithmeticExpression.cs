using System.Collections.Immutable;
using System.Text;

namespace SynthFarm.Core.Problems.Arithmetic;

/// <summary>
/// An expression over + - * and parentheses while it is being evaluated, operation by operation. Immutable. A number never stands alone in
/// parentheses: they fall away as soon as their contents are evaluated.
/// </summary>
internal sealed class ArithmeticExpression
{
    private readonly ImmutableArray<ArithmeticToken> _tokens;

    public ArithmeticExpression(ImmutableArray<ArithmeticToken> tokens) => _tokens = tokens;

    public ImmutableArray<ArithmeticToken> Tokens => _tokens;

    /// <summary>Whether nothing but one number is left.</summary>
    public bool IsNumber => _tokens.Length == 1;

    public int OperationCount => _tokens.Count(token => token.IsOperator);

    /// <summary>
    /// Where the operator stands that the usual order evaluates next: within the leftmost innermost parentheses, else at the top;
    /// there * before + and -, then left to right. -1 when only a number is left.
    /// </summary>
    public int NextOperator()
    {
        var close = _tokens.IndexOf(new ArithmeticToken(')', 0));
        var end = close < 0 ? _tokens.Length : close;
        var first = -1;
        for (var i = end - 1; i >= 0 && _tokens[i].Symbol != '('; i--)
        {
            if (_tokens[i].IsOperator && (_tokens[i].Symbol == '*' || first < 0 || _tokens[first].Symbol != '*'))
            {
                first = i;
            }
        }

        return first;
    }

    /// <summary>Whether the token at an index is an operator between two numbers.</summary>
    public bool HasNumbersAround(int index) =>
        index > 0 && index + 1 < _tokens.Length && _tokens[index].IsOperator && _tokens[index - 1].IsNumber && _tokens[index + 1].IsNumber;

    /// <summary>The value of the operation at an index between two numbers; null beyond 63 bits.</summary>
    public long? Evaluate(int index) => Apply(_tokens[index - 1].Value, _tokens[index].Symbol, _tokens[index + 1].Value);

    /// <summary>The expression with the operation at an index replaced by <paramref name="result"/>.</summary>
    public ArithmeticExpression Replace(int index, long result) => Merge(index - 1, index + 1, result);

    /// <summary>The expression with <paramref name="result"/> for the number at one index, and without the number at another and the operator before it.</summary>
    public ArithmeticExpression Merge(int kept, int removed, long result)
    {
        var tokens = _tokens.RemoveRange(removed - 1, 2);
        var start = removed < kept ? kept - 2 : kept;
        var end = start;
        while (start > 0 && end + 1 < tokens.Length && tokens[start - 1].Symbol == '(' && tokens[end + 1].Symbol == ')')
        {
            (start, end) = (start - 1, end + 1);
        }

        return new ArithmeticExpression(tokens.RemoveRange(start, end - start + 1).Insert(start, ArithmeticToken.OfNumber(result)));
    }

    /// <summary>The value; null when an intermediate goes beyond 63 bits.</summary>
    public long? Value()
    {
        var expression = this;
        while (!expression.IsNumber)
        {
            var next = expression.NextOperator();
            if (expression.Evaluate(next) is not { } result)
            {
                return null;
            }

            expression = expression.Replace(next, result);
        }

        return expression._tokens[0].Value;
    }

    /// <summary>The value of one operation; null beyond 63 bits.</summary>
    public static long? Apply(long left, char symbol, long right)
    {
        var value = symbol switch
        {
            '+' => (Int128)left + right,
            '-' => (Int128)left - right,
            _ => (Int128)left * right,
        };
        return value >= long.MinValue && value <= long.MaxValue ? (long)value : null;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var token in _tokens)
        {
            text.Append(token.IsOperator ? $" {token} " : token.ToString());
        }

        return text.ToString();
    }
}
