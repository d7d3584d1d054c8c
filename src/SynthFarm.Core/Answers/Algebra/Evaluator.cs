using System.Numerics;
using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Algebra;

/// <summary>Evaluates real expressions to a <see cref="Ball"/>; null where a value is not real, not defined or not bounded well.</summary>
internal sealed class Evaluator(IReadOnlyDictionary<string, Rational> variables, WorkBudget work)
{
    /// <summary>Work units of a function.</summary>
    public const int FunctionCost = 600;

    private const int StepCost = 4;

    public Ball? Evaluate(MathNode node)
    {
        work.Spend(StepCost);
        return Value(node) is { IsUseless: false } value ? value : null;
    }

    private Ball? Value(MathNode node)
    {
        switch (node.Kind)
        {
            case NodeKind.Number:
                return node.Number.Bits < 2_000 ? Ball.Of(node.Number) : null;
            case NodeKind.Symbol:
                return node.Text switch
                {
                    _ when variables.TryGetValue(node.Text, out var value) => Ball.Of(value),
                    "pi" => BallFunctions.Pi,
                    "e" => BallFunctions.E,
                    _ => null,
                };
            case NodeKind.Sum:
                return Fold(node, (x, y) => x + y);
            case NodeKind.Product:
                return Fold(node, (x, y) => x * y);
            case NodeKind.Quotient:
                return Evaluate(node[0]) is { } dividend && Evaluate(node[1]) is { } divisor ? Ball.Divide(dividend, divisor) : null;
            case NodeKind.Negation:
                return -Evaluate(node[0]);
            case NodeKind.Percent:
                return Evaluate(node[0]) * Ball.Of(Rational.Of(1, 100));
            case NodeKind.Degree:
                return Evaluate(node[0]) * Ball.Of(Rational.Of(1, 180)) * BallFunctions.Pi;
            case NodeKind.Quantity:
                return Evaluate(node[0]);
            case NodeKind.Power:
                return Evaluate(node[0]) is { } radix ? Power(radix, node[1]) : null;
            case NodeKind.Function:
                return Function(node);
            default:
                return null;
        }
    }

    private Ball? Fold(MathNode node, Func<Ball, Ball, Ball> join)
    {
        var joined = Evaluate(node[0]);
        for (var i = 1; i < node.Items.Length && joined is { IsUseless: false } left; i++)
        {
            joined = Evaluate(node[i]) is { } right ? join(left, right) : null;
        }

        return joined;
    }

    private Ball? Power(Ball radix, MathNode exponent)
    {
        if (RationalValue(exponent) is { } value)
        {
            if (value.IsInteger && BigInteger.Abs(value.Numerator) <= 256)
            {
                return IntegerPower(radix, (int)value.Numerator);
            }

            if (value.Denominator <= 16 && BigInteger.Abs(value.Numerator) <= 64)
            {
                var order = (int)value.Denominator;
                work.Spend(FunctionCost / 4 * order);
                var isOdd = radix.IsNegative && order % 2 == 1;
                return Ball.Root(isOdd ? -radix : radix, order) is { } root ? IntegerPower(isOdd ? -root : root, (int)value.Numerator) : null;
            }
        }

        work.Spend(2 * FunctionCost);
        return Evaluate(exponent) is { } power && BallFunctions.Ln(radix) is { } log ? BallFunctions.Exp(power * log) : null;
    }

    private Rational? RationalValue(MathNode node) => node.Kind switch
    {
        NodeKind.Number => node.Number,
        NodeKind.Symbol when variables.TryGetValue(node.Text, out var value) => value,
        NodeKind.Negation => RationalValue(node[0]) is { } inner ? -inner : null,
        NodeKind.Quotient when RationalValue(node[0]) is { } above && RationalValue(node[1]) is { IsZero: false } below && above.Bits + below.Bits < 500 => above / below,
        NodeKind.Sum when node.Items.Length < 8 => Sum(node),
        NodeKind.Product when node.Items.Length == 2 && RationalValue(node[0]) is { Bits: < 500 } x && RationalValue(node[1]) is { Bits: < 500 } y => x * y,
        _ => null,
    };

    private Rational? Sum(MathNode node)
    {
        var sum = Rational.Zero;
        foreach (var item in node.Items)
        {
            if (RationalValue(item) is not { Bits: < 500 } term)
            {
                return null;
            }

            sum += term;
        }

        return sum;
    }

    private Ball? IntegerPower(Ball radix, int exponent)
    {
        var power = Ball.Of(Rational.One);
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            work.Spend(StepCost);
            power *= radix;
            if (power.IsUseless)
            {
                return null;
            }
        }

        return exponent >= 0 ? power : Ball.Divide(Ball.Of(Rational.One), power);
    }

    private Ball? Function(MathNode node)
    {
        work.Spend(FunctionCost);
        if (node.Text is "factorial" or "binom" or "floor" or "ceil" or "max" or "min" or "gcd" or "lcm")
        {
            return Whole(node);
        }

        if (node.Items.Length == 0 || Evaluate(node[0]) is not { } x)
        {
            return null;
        }

        var one = Ball.Of(Rational.One);
        return node.Text switch
        {
            "abs" => x.IsNegative ? -x : x.IsPositive ? x : null,
            "exp" => BallFunctions.Exp(x),
            "ln" => BallFunctions.Ln(x),
            "log" => Log(x, node.Items.Length > 1 ? Evaluate(node[1]) : Ball.Of(Rational.Integer(10))),
            "lg" => Log(x, Ball.Of(Rational.Integer(10))),
            "sin" => BallFunctions.SinCos(x)?.Sin,
            "cos" => BallFunctions.SinCos(x)?.Cos,
            "tan" => BallFunctions.SinCos(x) is { } t ? Ball.Divide(t.Sin, t.Cos) : null,
            "cot" => BallFunctions.SinCos(x) is { } t ? Ball.Divide(t.Cos, t.Sin) : null,
            "sec" => BallFunctions.SinCos(x) is { } t ? Ball.Divide(one, t.Cos) : null,
            "csc" => BallFunctions.SinCos(x) is { } t ? Ball.Divide(one, t.Sin) : null,
            "arctan" => BallFunctions.Arctan(x),
            "arcsin" => Arcsin(x),
            "arccos" => Arcsin(x) is { } angle ? (BallFunctions.Pi * Ball.Of(Rational.Of(1, 2))) - angle : null,
            "sinh" => BallFunctions.Exp(x) is { } up && BallFunctions.Exp(-x) is { } down ? (up - down) * Ball.Of(Rational.Of(1, 2)) : null,
            "cosh" => BallFunctions.Exp(x) is { } up && BallFunctions.Exp(-x) is { } down ? (up + down) * Ball.Of(Rational.Of(1, 2)) : null,
            _ => null,
        };
    }

    /// <summary>Functions of rational numbers, where the arguments are.</summary>
    private Ball? Whole(MathNode node)
    {
        var values = new Rational[node.Items.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (RationalValue(node[i]) is not { Bits: < 500 } value)
            {
                return null;
            }

            values[i] = value;
        }

        return RationalFunctions.Apply(node.Text, values, work) is { Bits: < 2_000 } result ? Ball.Of(result) : null;
    }

    private static Ball? Log(Ball x, Ball? radix) =>
        radix is { } b && BallFunctions.Ln(x) is { } above && BallFunctions.Ln(b) is { } below ? Ball.Divide(above, below) : null;

    private static Ball? Arcsin(Ball x) =>
        Ball.Root(Ball.Of(Rational.One) - (x * x), 2) is { } root && Ball.Divide(x, root) is { } ratio ? BallFunctions.Arctan(ratio) : null;
}
