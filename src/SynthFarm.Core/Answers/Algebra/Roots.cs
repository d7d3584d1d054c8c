using System.Numerics;

namespace SynthFarm.Core.Answers.Algebra;

/// <summary>Exact roots of rational numbers: products of a rational number and roots of primes.</summary>
internal static class Roots
{
    /// <summary>Divisors below are taken out of radicands.</summary>
    public const int MaxPrime = 1_000;

    private const int MaxBits = 2_000;

    /// <summary>A rational power of a number as polynomial in roots; null where it has no real value, or only an odd one that is left alone.</summary>
    public static Fraction? Power(Rational radix, Rational exponent, AtomTable atoms, WorkBudget work)
    {
        var (times, order) = ((int)exponent.Numerator, (int)exponent.Denominator);
        var size = Math.Abs(times);
        if (radix.IsZero)
        {
            return times > 0 ? Fraction.Of(Rational.Zero) : null;
        }

        if (order > 64 || size > 64 || (radix.Sign < 0 && order % 2 == 0 && order != 2))
        {
            return null;
        }

        var rationalised = BigInteger.Abs(radix.Numerator) * BigInteger.Pow(radix.Denominator, order - 1);
        if (rationalised.GetBitLength() * size > MaxBits)
        {
            return null;
        }

        var root = Split(rationalised, size, order, atoms, work);
        root = Polynomial.Scale(root, Rational.Of(1, BigInteger.Pow(radix.Denominator, size)), work);
        if (radix.Sign < 0)
        {
            root = order == 2
                ? Polynomial.Multiply(root, Polynomial.Power(atoms.Symbol("i"), size, atoms, work), atoms, work)
                : size % 2 == 1 ? Polynomial.Scale(root, Rational.MinusOne, work) : root;
        }

        return times > 0 ? new Fraction(root, Polynomial.One) : new Fraction(Polynomial.One, root);
    }

    private static Polynomial Split(BigInteger number, int times, int order, AtomTable atoms, WorkBudget work)
    {
        var product = Polynomial.One;
        for (var prime = 2; prime < MaxPrime && !number.IsOne; prime += prime == 2 ? 1 : 2)
        {
            work.Spend(1 + (number.GetBitLength() / 256));
            if (number < (BigInteger)prime * prime)
            {
                break;
            }

            var count = 0;
            for (var quotient = BigInteger.DivRem(number, prime, out var rest); rest.IsZero; quotient = BigInteger.DivRem(number, prime, out rest))
            {
                work.Spend();
                number = quotient;
                count++;
            }

            if (count > 0)
            {
                product = Polynomial.Multiply(product, One(prime, count * times, order, atoms, work), atoms, work);
            }
        }

        if (number.IsOne)
        {
            return product;
        }

        work.Spend(number.GetBitLength());
        var whole = IntegerRoot.Floor(number, order);
        var last = BigInteger.Pow(whole, order) == number
            ? Polynomial.Constant(Rational.Integer(BigInteger.Pow(whole, times)))
            : order % 2 == 0 && IntegerRoot.Floor(number, 2) is var half && half * half == number
                ? One(half, 2 * times, order, atoms, work)
                : One(number, times, order, atoms, work);
        return Polynomial.Multiply(product, last, atoms, work);
    }

    /// <summary><c>number^(times/order)</c> as an integer times a power of a root in lowest terms.</summary>
    private static Polynomial One(BigInteger number, int times, int order, AtomTable atoms, WorkBudget work)
    {
        var whole = Polynomial.Constant(Rational.Integer(BigInteger.Pow(number, times / order)));
        var left = times % order;
        if (left == 0)
        {
            return whole;
        }

        var divisor = (int)BigInteger.GreatestCommonDivisor(left, order);
        var root = atoms.Root(Rational.Integer(number), order / divisor);
        return Polynomial.Multiply(whole, Polynomial.Power(root, left / divisor, atoms, work), atoms, work);
    }
}
