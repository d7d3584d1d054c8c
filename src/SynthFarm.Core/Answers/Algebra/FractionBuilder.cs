using System.Numerics;
using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Algebra;

/// <summary>Turns expressions into quotients of polynomials; what is no polynomial operation becomes an atom.</summary>
internal sealed class FractionBuilder(AtomTable atoms, WorkBudget work)
{
    private const int MaxExponent = 64;

    /// <summary>The quotient that a scalar expression is; null for what is no scalar or is not defined.</summary>
    public Fraction? Build(MathNode node)
    {
        work.Spend();
        switch (node.Kind)
        {
            case NodeKind.Number:
                return Fraction.Of(node.Number);
            case NodeKind.Symbol:
                return node.Text is "emptyset" || node.Text.StartsWith("mathbb", StringComparison.Ordinal) ? null : new Fraction(atoms.Symbol(node.Text), Polynomial.One);
            case NodeKind.Sum:
                return Fold(node, Add);
            case NodeKind.Product:
                return Fold(node, Multiply);
            case NodeKind.Quotient:
                return Build(node[0]) is { } dividend && Build(node[1]) is { } divisor ? Divide(dividend, divisor) : null;
            case NodeKind.Negation:
                return Build(node[0]) is { } inner ? inner with { Above = Polynomial.Scale(inner.Above, Rational.MinusOne, work) } : null;
            case NodeKind.Power:
                return Build(node[0]) is { } radix && Build(node[1]) is { } exponent ? Power(radix, exponent, node) : null;
            case NodeKind.Percent:
                return Build(node[0]) is { } parts ? Multiply(parts, Fraction.Of(Rational.Of(1, 100))) : null;
            case NodeKind.Degree:
                return Build(node[0]) is { } angle ? Multiply(Multiply(angle, Fraction.Of(Rational.Of(1, 180))), new Fraction(atoms.Symbol("pi"), Polynomial.One)) : null;
            case NodeKind.Quantity:
                return Build(node[0]);
            case NodeKind.Function:
                return Function(node);
            default:
                return null;
        }
    }

    private Fraction? Fold(MathNode node, Func<Fraction, Fraction, Fraction> join)
    {
        Fraction? joined = null;
        foreach (var item in node.Items)
        {
            if (Build(item) is not { } next)
            {
                return null;
            }

            joined = joined is { } before ? join(before, next) : next;
        }

        return joined;
    }

    private Fraction Add(Fraction x, Fraction y)
    {
        if (x.Below.Value == Rational.One && y.Below.Value == Rational.One)
        {
            return new Fraction(Polynomial.Add(x.Above, y.Above, work), Polynomial.One);
        }

        var above = Polynomial.Add(Times(x.Above, y.Below), Times(y.Above, x.Below), work);
        return Tidy(new Fraction(above, Times(x.Below, y.Below)));
    }

    private Fraction Multiply(Fraction x, Fraction y) => Tidy(new Fraction(Times(x.Above, y.Above), Times(x.Below, y.Below)));

    private Fraction? Divide(Fraction x, Fraction y) => y.Above.IsZero ? null : Tidy(new Fraction(Times(x.Above, y.Below), Times(x.Below, y.Above)));

    private Polynomial Times(Polynomial x, Polynomial y) => Polynomial.Multiply(x, y, atoms, work);

    /// <summary>A constant divisor goes into the dividend.</summary>
    private Fraction Tidy(Fraction x) => x.Below.Value is { IsZero: false } below && below != Rational.One
        ? new Fraction(Polynomial.Scale(x.Above, Rational.One / below, work), Polynomial.One)
        : x;

    private Fraction? Power(Fraction radix, Fraction exponent, MathNode source)
    {
        if (exponent.Value is not { } value)
        {
            return Apply("pow", [radix, exponent], source);
        }

        if (value.IsInteger)
        {
            if (value.Bits > 24 || (radix.Value is null && BigInteger.Abs(value.Numerator) > MaxExponent))
            {
                return Unbuilt(radix, value) ?? throw new WorkLimitException("a power is too large to compute");
            }

            var size = (int)BigInteger.Abs(value.Numerator);
            var raised = new Fraction(Polynomial.Power(radix.Above, size, atoms, work), Polynomial.Power(radix.Below, size, atoms, work));
            return value.Sign >= 0 ? raised : Divide(Fraction.Of(Rational.One), raised);
        }

        return radix.Value is { } constant && value.Bits < 24 && Roots.Power(constant, value, atoms, work) is { } root
            ? root
            : Apply("pow", [radix, exponent], source);
    }

    private static Fraction? Unbuilt(Fraction radix, Rational exponent) => radix.Value switch
    {
        { IsZero: true } when exponent.Sign > 0 => Fraction.Of(Rational.Zero),
        { } value when value == Rational.One => Fraction.Of(Rational.One),
        { } value when value == Rational.MinusOne => Fraction.Of(exponent.Numerator.IsEven ? Rational.One : Rational.MinusOne),
        _ => null,
    };

    private Fraction? Function(MathNode node)
    {
        var arguments = new Fraction[node.Items.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (Build(node[i]) is not { } argument)
            {
                return null;
            }

            arguments[i] = argument;
        }

        var values = Array.ConvertAll(arguments, argument => argument.Value);
        if (values.Length > 0 && !values.Contains(null) && RationalFunctions.Apply(node.Text, Array.ConvertAll(values, value => value!.Value), work) is { } constant)
        {
            return Fraction.Of(constant);
        }

        return Apply(node.Text, arguments, node);
    }

    private Fraction Apply(string name, Fraction[] arguments, MathNode source) => new(atoms.Function(name, arguments, source, work), Polynomial.One);
}
