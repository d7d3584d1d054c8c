using System.Numerics;

namespace SynthFarm.Core.Answers.Algebra;

/// <summary>
/// A real number known up to an error: fixed point with <see cref="Precision"/> binary places, error in units of the last. Every operation
/// widens the error by what it may lose, so that the true value always lies within (F. Johansson, Arb: efficient arbitrary-precision
/// midpoint-radius interval arithmetic, 2017).
/// </summary>
internal readonly record struct Ball(BigInteger Middle, BigInteger Error)
{
    /// <summary>Binary places.</summary>
    public const int Precision = 224;

    private const int MaxBits = 2_048;

    private static readonly BigInteger Unit = BigInteger.One << Precision;

    public bool IsPositive => Middle > Error;

    public bool IsNegative => -Middle > Error;

    public bool MayBeZero => BigInteger.Abs(Middle) <= Error;

    public static Ball Of(Rational value) => value.IsInteger
        ? new(value.Numerator << Precision, BigInteger.Zero)
        : new((value.Numerator << Precision) / value.Denominator, BigInteger.One);

    public static Ball operator +(Ball x, Ball y) => new(x.Middle + y.Middle, x.Error + y.Error);

    public static Ball operator -(Ball x) => new(-x.Middle, x.Error);

    public static Ball operator -(Ball x, Ball y) => x + -y;

    public static Ball operator *(Ball x, Ball y)
    {
        var error = (BigInteger.Abs(x.Middle) * y.Error) + (BigInteger.Abs(y.Middle) * x.Error) + (x.Error * y.Error);
        return new((x.Middle * y.Middle) >> Precision, (error >> Precision) + 2);
    }

    /// <summary>Null where the divisor may be zero.</summary>
    public static Ball? Divide(Ball x, Ball y)
    {
        var least = BigInteger.Abs(y.Middle) - y.Error;
        if (least.Sign <= 0)
        {
            return null;
        }

        var quotient = (x.Middle << Precision) / y.Middle;
        var error = (((x.Error << Precision) + (BigInteger.Abs(quotient) * y.Error)) / least) + 2;
        return new Ball(quotient, error);
    }

    /// <summary>The root of a number that is not negative; null for others.</summary>
    public static Ball? Root(Ball x, int order)
    {
        if (x.Middle < x.Error && !(x.Middle.IsZero && x.Error.IsZero))
        {
            return null;
        }

        var (low, high) = (Scaled(x.Middle - x.Error, order), Scaled(x.Middle + x.Error, order) + 1);
        return Between(low, high);
    }

    /// <summary>The ball from one bound to another.</summary>
    public static Ball Between(BigInteger low, BigInteger high)
    {
        var middle = (low + high) >> 1;
        return new Ball(middle, high - middle + 1);
    }

    /// <summary>Whether the number is too large, or too little is known of it, to go on.</summary>
    public bool IsUseless => Middle.GetBitLength() > MaxBits || Error > Unit;

    private static BigInteger Scaled(BigInteger x, int order) => IntegerRoot.Floor(x << (Precision * (order - 1)), order);
}
