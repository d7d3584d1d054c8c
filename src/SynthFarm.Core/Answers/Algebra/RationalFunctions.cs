using System.Numerics;

namespace SynthFarm.Core.Answers.Algebra;

/// <summary>Functions that take rational numbers to rational numbers.</summary>
internal static class RationalFunctions
{
    private const int MaxFactorial = 400;

    /// <summary>Null for other functions, and for arguments they are not defined for.</summary>
    /// <exception cref="WorkLimitException">The result would be too large.</exception>
    public static Rational? Apply(string name, Rational[] x, WorkBudget work)
    {
        switch (name)
        {
            case "abs" when x.Length == 1:
                return Rational.Abs(x[0]);
            case "floor" when x.Length == 1:
                return Rational.Integer(Floor(x[0]));
            case "ceil" when x.Length == 1:
                return Rational.Integer(-Floor(-x[0]));
            case "max":
                return x.Max();
            case "min":
                return x.Min();
            case "gcd" when x.All(value => value.IsInteger):
                return Rational.Integer(x.Select(value => value.Numerator).Aggregate(BigInteger.GreatestCommonDivisor));
            case "lcm" when x.All(value => value is { IsInteger: true, IsZero: false, Bits: < 200 }) && x.Length < 20:
                return Rational.Integer(x.Select(value => value.Numerator).Aggregate((m, n) => BigInteger.Abs(m * n) / BigInteger.GreatestCommonDivisor(m, n)));
            case "factorial" when x.Length == 1 && x[0] is { IsInteger: true, Sign: >= 0 } && x[0].Numerator <= MaxFactorial:
                return Falling((int)x[0].Numerator, (int)x[0].Numerator, work);
            case "binom" when x.Length == 2 && x[0] is { IsInteger: true, Sign: >= 0 } && x[1] is { IsInteger: true, Sign: >= 0 } && x[0].Numerator <= MaxFactorial && x[1].Numerator <= MaxFactorial:
                return Falling((int)x[0].Numerator, (int)x[1].Numerator, work) / Falling((int)x[1].Numerator, (int)x[1].Numerator, work);
            case "factorial" or "binom" when x.All(value => value is { IsInteger: true, Sign: >= 0 }):
                throw new WorkLimitException("a factorial is too large to compute");
            default:
                return null;
        }
    }

    private static BigInteger Floor(Rational x) => BigInteger.Divide(x.Numerator - (x.Sign < 0 ? x.Denominator - 1 : 0), x.Denominator);

    private static Rational Falling(int n, int factors, WorkBudget work)
    {
        var product = BigInteger.One;
        for (var i = 0; i < factors; i++)
        {
            work.Spend();
            product *= n - i;
        }

        return Rational.Integer(product);
    }
}
