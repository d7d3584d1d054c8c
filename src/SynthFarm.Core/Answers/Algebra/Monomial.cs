namespace SynthFarm.Core.Answers.Algebra;

/// <summary>A product of powers of atoms, sorted by atom; the exponents are positive.</summary>
internal sealed class Monomial : IEquatable<Monomial>
{
    private readonly (int Atom, int Exponent)[] _factors;
    private readonly int _hash;

    public Monomial(params (int Atom, int Exponent)[] factors)
    {
        _factors = factors;
        var hash = 17;
        foreach (var (atom, exponent) in factors)
        {
            hash = unchecked((hash * 31) + (atom * 7) + exponent);
        }

        _hash = hash;
    }

    public static Monomial One { get; } = new();

    public ReadOnlySpan<(int Atom, int Exponent)> Factors => _factors;

    public bool IsOne => _factors.Length == 0;

    public static Monomial Multiply(Monomial x, Monomial y)
    {
        if (x.IsOne || y.IsOne)
        {
            return x.IsOne ? y : x;
        }

        var product = new (int Atom, int Exponent)[x._factors.Length + y._factors.Length];
        int i = 0, j = 0, n = 0;
        while (i < x._factors.Length || j < y._factors.Length)
        {
            var left = i < x._factors.Length ? x._factors[i] : (Atom: int.MaxValue, Exponent: 0);
            var right = j < y._factors.Length ? y._factors[j] : (Atom: int.MaxValue, Exponent: 0);
            if (left.Atom == right.Atom)
            {
                product[n++] = (left.Atom, left.Exponent + right.Exponent);
                i++;
                j++;
            }
            else if (left.Atom < right.Atom)
            {
                product[n++] = left;
                i++;
            }
            else
            {
                product[n++] = right;
                j++;
            }
        }

        return new Monomial(product[..n]);
    }

    public bool Equals(Monomial? other) => other is not null && _hash == other._hash && _factors.AsSpan().SequenceEqual(other._factors);

    public override bool Equals(object? obj) => Equals(obj as Monomial);

    public override int GetHashCode() => _hash;
}
