using System.Globalization;
using System.Numerics;
using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems.Steps;

namespace SynthFarm.Core.Search.MctsG;

/// <summary>Evaluates an expression over numbers, the four operations, signs and parentheses, exactly.</summary>
internal ref struct CalculatorExpression
{
    private const int MaxDigits = 15;
    private const int MaxNesting = 64;

    private ReadOnlySpan<char> _rest;
    private int _nesting;
    private int _decimals;

    private CalculatorExpression(ReadOnlySpan<char> text) => _rest = text.Trim();

    /// <summary>The expression's value and the most decimals a number in it is written with; null when the text is something else.</summary>
    public static (Rational Value, int Decimals)? Evaluate(ReadOnlySpan<char> text)
    {
        var reader = new CalculatorExpression(text);
        return reader.Sum() is { } value && reader._rest.IsEmpty ? (value, reader._decimals) : null;
    }

    private Rational? Sum()
    {
        var value = Product();
        while (value is { } left && (TryTake('+', out var sign) || TryTake('-', out sign)))
        {
            value = Product() is { } right ? sign == '+' ? left + right : left - right : null;
        }

        return value;
    }

    private Rational? Product()
    {
        var value = Factor();
        while (value is { } left && (TryTake('*', out var sign) || TryTake('/', out sign)))
        {
            value = Factor() is not { } right || (sign == '/' && right.IsZero) ? null : sign == '*' ? left * right : left / right;
        }

        return value;
    }

    private Rational? Factor()
    {
        if (++_nesting > MaxNesting)
        {
            return null;
        }

        Rational? value;
        if (TryTake('-', out _))
        {
            value = Factor() is { } operand ? -operand : null;
        }
        else if (_rest.StartsWith("("))
        {
            Advance(1);
            value = Sum();
            value = _rest.StartsWith(")") ? value : null;
            Advance(Math.Min(1, _rest.Length));
        }
        else
        {
            value = Number();
        }

        _nesting--;
        return value;
    }

    private Rational? Number()
    {
        var whole = Digits(_rest);
        var decimals = whole > 0 && whole + 1 < _rest.Length && _rest[whole] == '.' ? Digits(_rest[(whole + 1)..]) : 0;
        if (whole == 0 || whole + decimals > MaxDigits)
        {
            return null;
        }

        var value = Rational.Integer(BigInteger.Parse(_rest[..whole], NumberStyles.None, CultureInfo.InvariantCulture));
        if (decimals > 0)
        {
            var part = BigInteger.Parse(_rest.Slice(whole + 1, decimals), NumberStyles.None, CultureInfo.InvariantCulture);
            value += Rational.Of(part, BigInteger.Pow(10, decimals));
            _decimals = Math.Max(_decimals, decimals);
        }

        Advance(whole + (decimals > 0 ? decimals + 1 : 0));
        return value;
    }

    private bool TryTake(char sign, out char taken)
    {
        taken = sign;
        if (_rest.IsEmpty || OperatorSymbols.ToAscii(_rest[0]) != sign)
        {
            return false;
        }

        Advance(1);
        return true;
    }

    private void Advance(int count) => _rest = _rest[count..].TrimStart(" \t");

    private static int Digits(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : length;
    }
}
