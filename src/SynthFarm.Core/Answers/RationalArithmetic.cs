using System.Numerics;

namespace SynthFarm.Core.Answers;

/// <content>Exact arithmetic. Sizes are the caller's concern: who multiplies foreign numbers counts bits first.</content>
internal readonly partial record struct Rational
{
    public static Rational Zero { get; } = new(BigInteger.Zero, BigInteger.One);

    public static Rational One { get; } = new(BigInteger.One, BigInteger.One);

    public static Rational MinusOne { get; } = new(BigInteger.MinusOne, BigInteger.One);

    public bool IsZero => Numerator.IsZero;

    public bool IsInteger => Denominator.IsOne;

    public int Sign => Numerator.Sign;

    /// <summary>The bits of both parts together: what an operation costs.</summary>
    public long Bits => Numerator.GetBitLength() + Denominator.GetBitLength();

    public static Rational operator +(Rational x, Rational y) => x.IsInteger && y.IsInteger
        ? Integer(x.Numerator + y.Numerator)
        : new((x.Numerator * y.Denominator) + (y.Numerator * x.Denominator), x.Denominator * y.Denominator);

    public static Rational operator -(Rational x) => new(-x.Numerator, x.Denominator, isReduced: true);

    public static Rational operator -(Rational x, Rational y) => x + -y;

    public static Rational operator *(Rational x, Rational y) => x.IsInteger && y.IsInteger
        ? Integer(x.Numerator * y.Numerator)
        : new(x.Numerator * y.Numerator, x.Denominator * y.Denominator);

    /// <summary>The divisor must not be zero.</summary>
    public static Rational operator /(Rational x, Rational y) => new(x.Numerator * y.Denominator, x.Denominator * y.Numerator);

    public static Rational Integer(BigInteger value) => new(value, BigInteger.One, isReduced: true);

    /// <summary>The denominator must not be zero.</summary>
    public static Rational Of(BigInteger numerator, BigInteger denominator) => new(numerator, denominator);

    public static Rational Abs(Rational x) => x.Sign < 0 ? -x : x;

    public static Rational PowerOfTen(int exponent) => exponent >= 0
        ? Integer(BigInteger.Pow(10, exponent))
        : new(BigInteger.One, BigInteger.Pow(10, -exponent), isReduced: true);

    /// <summary>An integer power; a negative one of zero is not defined.</summary>
    public Rational Pow(int exponent)
    {
        var size = Math.Abs(exponent);
        var (above, below) = (BigInteger.Pow(Numerator, size), BigInteger.Pow(Denominator, size));
        return exponent >= 0 ? new Rational(above, below, isReduced: true) : new Rational(below, above);
    }

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>Whether finitely many decimals write the number.</summary>
    public bool IsTerminating()
    {
        var rest = Denominator;
        foreach (var prime in (ReadOnlySpan<int>)[2, 5])
        {
            for (var quotient = BigInteger.DivRem(rest, prime, out var left); left.IsZero; quotient = BigInteger.DivRem(rest, prime, out left))
            {
                rest = quotient;
            }
        }

        return rest.IsOne;
    }
}
