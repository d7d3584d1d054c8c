using System.Numerics;
using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Algebra;

/// <summary>Evaluates constants with <c>i</c> in them, <c>e^{i x}</c> included, to real and imaginary part; null for other functions of complex numbers.</summary>
internal sealed class ComplexEvaluator(Evaluator reals, WorkBudget work)
{
    private const int MaxPower = 64;

    private static readonly Ball Zero = Ball.Of(Rational.Zero);

    /// <summary>Whether the imaginary unit occurs.</summary>
    public static bool IsComplex(MathNode node) => node is { Kind: NodeKind.Symbol, Text: "i" } || Array.Exists(node.Items, IsComplex);

    public (Ball Real, Ball Imaginary)? Evaluate(MathNode node)
    {
        work.Spend();
        if (!IsComplex(node))
        {
            return reals.Evaluate(node) is { } real ? (real, Zero) : null;
        }

        var value = node.Kind switch
        {
            NodeKind.Symbol => (Zero, Ball.Of(Rational.One)),
            NodeKind.Sum => Fold(node, (x, y) => (x.Real + y.Real, x.Imaginary + y.Imaginary)),
            NodeKind.Product => Fold(node, Times),
            NodeKind.Quotient => Evaluate(node[0]) is { } x && Evaluate(node[1]) is { } y ? Divide(x, y) : null,
            NodeKind.Negation => Evaluate(node[0]) is { } inner ? (-inner.Real, -inner.Imaginary) : null,
            NodeKind.Power => Power(node),
            NodeKind.Function when node is { Text: "exp", Items.Length: 1 } => Exponential(node[0]),
            _ => ((Ball, Ball)?)null,
        };
        return value is { } found && !found.Item1.IsUseless && !found.Item2.IsUseless ? found : null;
    }

    private (Ball Real, Ball Imaginary)? Fold(MathNode node, Func<(Ball Real, Ball Imaginary), (Ball Real, Ball Imaginary), (Ball, Ball)> join)
    {
        var joined = Evaluate(node[0]);
        for (var i = 1; i < node.Items.Length && joined is { } left; i++)
        {
            joined = Evaluate(node[i]) is { } right ? join(left, right) : null;
        }

        return joined;
    }

    private static (Ball Real, Ball Imaginary) Times((Ball Real, Ball Imaginary) x, (Ball Real, Ball Imaginary) y) =>
        ((x.Real * y.Real) - (x.Imaginary * y.Imaginary), (x.Real * y.Imaginary) + (x.Imaginary * y.Real));

    private static (Ball Real, Ball Imaginary)? Divide((Ball Real, Ball Imaginary) x, (Ball Real, Ball Imaginary) y)
    {
        var size = (y.Real * y.Real) + (y.Imaginary * y.Imaginary);
        var (real, imaginary) = Times(x, (y.Real, -y.Imaginary));
        return Ball.Divide(real, size) is { } a && Ball.Divide(imaginary, size) is { } b ? (a, b) : null;
    }

    private (Ball Real, Ball Imaginary)? Power(MathNode node)
    {
        if (node[0] is { Kind: NodeKind.Symbol, Text: "e" })
        {
            return Exponential(node[1]);
        }

        if (node[1] is not { Kind: NodeKind.Number, Number: { IsInteger: true } exponent } || BigInteger.Abs(exponent.Numerator) > MaxPower || Evaluate(node[0]) is not { } radix)
        {
            return null;
        }

        var power = (Real: Ball.Of(Rational.One), Imaginary: Zero);
        for (var i = 0; i < (int)BigInteger.Abs(exponent.Numerator); i++)
        {
            work.Spend();
            power = Times(power, radix);
            if (power.Real.IsUseless || power.Imaginary.IsUseless)
            {
                return null;
            }
        }

        return exponent.Sign >= 0 ? power : Divide((Ball.Of(Rational.One), Zero), power);
    }

    private (Ball Real, Ball Imaginary)? Exponential(MathNode exponent)
    {
        work.Spend(Evaluator.FunctionCost * 2);
        return Evaluate(exponent) is { } power && BallFunctions.Exp(power.Real) is { } size && BallFunctions.SinCos(power.Imaginary) is { } angle
            ? (size * angle.Cos, size * angle.Sin)
            : null;
    }
}
