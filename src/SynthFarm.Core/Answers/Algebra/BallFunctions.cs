using System.Numerics;

namespace SynthFarm.Core.Answers.Algebra;

/// <summary>
/// Elementary functions with an error bound: argument reduction, then a Taylor series with guard bits; the argument's own error is carried
/// through the function's largest slope nearby.
/// </summary>
internal static class BallFunctions
{
    private const int Guard = 48;
    private const int Places = Ball.Precision + Guard;
    private const int Halvings = 12;

    private static readonly BigInteger One = BigInteger.One << Places;
    private static readonly BigInteger PiPlaces = ComputePi();
    private static readonly BigInteger Ln2Places = ComputeLn2();

    public static Ball Pi { get; } = Rounded(PiPlaces, BigInteger.Zero);

    public static Ball E { get; } = Exp(Ball.Of(Rational.One))!.Value;

    /// <summary>Null for a number beyond 400.</summary>
    public static Ball? Exp(Ball x)
    {
        if (BigInteger.Abs(x.Middle) >> Ball.Precision > 400 || x.Error.GetBitLength() > Ball.Precision - 32)
        {
            return null;
        }

        var value = x.Middle << Guard;
        var shift = (int)BigInteger.Divide(value, Ln2Places);
        var rest = (value - (shift * Ln2Places)) >> Halvings;
        var sum = One;
        var term = One;
        for (var n = 1; !term.IsZero; n++)
        {
            term = (term * rest >> Places) / n;
            sum += term;
        }

        for (var i = 0; i < Halvings; i++)
        {
            sum = sum * sum >> Places;
        }

        sum = shift >= 0 ? sum << shift : sum >> -shift;

        // e^(x+d) - e^x is at most 2 d e^x for small d; squarings and the shift may lose guard bits.
        var slope = ((BigInteger.Abs(sum) >> Places) + 1) * 2;
        var lost = BigInteger.One << Math.Max(0, shift + Halvings + 16 - Guard);
        return Rounded(sum, (slope * x.Error) + lost);
    }

    /// <summary>Null unless the number is surely positive.</summary>
    public static Ball? Ln(Ball x)
    {
        if (!x.IsPositive)
        {
            return null;
        }

        var shift = (int)x.Middle.GetBitLength() - Ball.Precision;
        var mantissa = shift + Ball.Precision <= Places ? x.Middle << (Places - Ball.Precision - shift) : x.Middle >> (shift + Ball.Precision - Places);

        // ln m = 2 artanh((m - 1) / (m + 1)) with m in [1/2, 1).
        var ratio = ((mantissa - One) << Places) / (mantissa + One);
        var square = ratio * ratio >> Places;
        var sum = BigInteger.Zero;
        var power = ratio;
        for (var n = 1; !power.IsZero && power != BigInteger.MinusOne; n += 2)
        {
            sum += power / n;
            power = power * square >> Places;
        }

        var error = ((x.Error << Ball.Precision) / (x.Middle - x.Error)) + 2;
        return Rounded((2 * sum) + (shift * Ln2Places), error);
    }

    /// <summary>Sine and cosine; null for a number beyond 2^64.</summary>
    public static (Ball Sin, Ball Cos)? SinCos(Ball x)
    {
        if (x.Middle.GetBitLength() > Ball.Precision + 32 || x.IsUseless)
        {
            return null;
        }

        var value = x.Middle << Guard;
        var turns = BigInteger.Divide(value, PiPlaces * 2);
        var rest = value - (turns * PiPlaces * 2);
        var square = rest * rest >> Places;
        var (sin, cos) = (BigInteger.Zero, BigInteger.Zero);
        var term = One;
        for (var n = 0; n < 400; n += 2)
        {
            cos += term;
            var odd = term / (n + 1);
            sin += odd;
            term = -(odd * square >> Places) / (n + 2);
            if (BigInteger.Abs(term) <= 1)
            {
                break;
            }
        }

        return (Rounded(rest * sin >> Places, x.Error + 4), Rounded(cos, x.Error + 4));
    }

    public static Ball? Arctan(Ball x)
    {
        // Three halvings of the angle, then the series.
        var reduced = x;
        for (var i = 0; i < 3; i++)
        {
            if (Ball.Root(Ball.Of(Rational.One) + (reduced * reduced), 2) is not { } root || Ball.Divide(reduced, Ball.Of(Rational.One) + root) is not { } half)
            {
                return null;
            }

            reduced = half;
        }

        var value = reduced.Middle << Guard;
        var square = value * value >> Places;
        var sum = BigInteger.Zero;
        var power = value;
        for (var n = 1; BigInteger.Abs(power) > 1; n += 2)
        {
            sum += n % 4 == 1 ? power / n : -(power / n);
            power = power * square >> Places;
        }

        return Rounded(sum << 3, (reduced.Error << 3) + 8);
    }

    private static Ball Rounded(BigInteger value, BigInteger error) => new(value >> Guard, error + 2);

    private static BigInteger ComputePi() => 4 * ((4 * ArctanOfInverse(5)) - ArctanOfInverse(239));

    private static BigInteger ComputeLn2()
    {
        var sum = BigInteger.Zero;
        var power = One / 3;
        for (var n = 1; !power.IsZero; n += 2)
        {
            sum += power / n;
            power /= 9;
        }

        return 2 * sum;
    }

    private static BigInteger ArctanOfInverse(int x)
    {
        var sum = BigInteger.Zero;
        var power = One / x;
        for (var n = 1; !power.IsZero; n += 2)
        {
            sum += n % 4 == 1 ? power / n : -(power / n);
            power /= x * x;
        }

        return sum;
    }
}
