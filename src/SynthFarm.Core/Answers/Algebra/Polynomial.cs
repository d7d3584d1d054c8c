namespace SynthFarm.Core.Answers.Algebra;

/// <summary>A polynomial over the rationals in the atoms of one comparison. Immutable; coefficients are never zero.</summary>
internal sealed class Polynomial
{
    /// <summary>More terms are not computed with.</summary>
    public const int MaxTerms = 600;

    private const long MaxBits = 40_000;

    private static readonly Dictionary<Monomial, Rational> NoTerms = [];

    private readonly Dictionary<Monomial, Rational> _terms;

    private Polynomial(Dictionary<Monomial, Rational> terms) => _terms = terms;

    public static Polynomial Zero { get; } = new(NoTerms);

    public static Polynomial One { get; } = Constant(Rational.One);

    public IReadOnlyDictionary<Monomial, Rational> Terms => _terms;

    public bool IsZero => _terms.Count == 0;

    /// <summary>The value, where no atom is involved; null otherwise.</summary>
    public Rational? Value => _terms.Count == 0 ? Rational.Zero : _terms.Count == 1 && _terms.TryGetValue(Monomial.One, out var value) ? value : null;

    public static Polynomial Constant(Rational value) => value.IsZero ? Zero : new(new() { [Monomial.One] = value });

    public static Polynomial Of(Monomial monomial, Rational coefficient) => coefficient.IsZero ? Zero : new(new() { [monomial] = coefficient });

    public static Polynomial Add(Polynomial x, Polynomial y, WorkBudget work)
    {
        if (x.IsZero || y.IsZero)
        {
            return x.IsZero ? y : x;
        }

        var sum = new Dictionary<Monomial, Rational>(x._terms);
        foreach (var (monomial, coefficient) in y._terms)
        {
            Accumulate(sum, monomial, coefficient, work);
        }

        return new Polynomial(sum);
    }

    public static Polynomial Scale(Polynomial x, Rational factor, WorkBudget work)
    {
        if (factor.IsZero)
        {
            return Zero;
        }

        var scaled = new Dictionary<Monomial, Rational>(x._terms.Count);
        foreach (var (monomial, coefficient) in x._terms)
        {
            Charge(coefficient, factor, work);
            scaled[monomial] = coefficient * factor;
        }

        return new Polynomial(scaled);
    }

    public static Polynomial Subtract(Polynomial x, Polynomial y, WorkBudget work) => Add(x, Scale(y, Rational.MinusOne, work), work);

    /// <summary>The product, with the powers of roots reduced by their <see cref="AtomTable"/>.</summary>
    public static Polynomial Multiply(Polynomial x, Polynomial y, AtomTable atoms, WorkBudget work)
    {
        if (x.Value is { } left)
        {
            return left == Rational.One ? y : Scale(y, left, work);
        }

        if (y.Value is { } right)
        {
            return right == Rational.One ? x : Scale(x, right, work);
        }

        var product = new Dictionary<Monomial, Rational>();
        foreach (var (monomialX, coefficientX) in x._terms)
        {
            foreach (var (monomialY, coefficientY) in y._terms)
            {
                Charge(coefficientX, coefficientY, work);
                var (monomial, factor) = atoms.Reduce(Monomial.Multiply(monomialX, monomialY), work);
                Accumulate(product, monomial, coefficientX * coefficientY * factor, work);
            }
        }

        return new Polynomial(product);
    }

    public static Polynomial Power(Polynomial x, int exponent, AtomTable atoms, WorkBudget work)
    {
        if (x.Value is { } value)
        {
            if (value.Bits * (long)exponent > MaxBits)
            {
                throw new WorkLimitException("a power is too large to compute");
            }

            work.Spend(value.Bits * exponent / 64);
            return Constant(value.Pow(exponent));
        }

        var power = One;
        for (var i = 0; i < exponent; i++)
        {
            power = Multiply(power, x, atoms, work);
        }

        return power;
    }

    private static void Charge(Rational x, Rational y, WorkBudget work)
    {
        var (m, n) = ((x.Bits / 64) + 1, (y.Bits / 64) + 1);
        if (x.Bits + y.Bits > 2 * MaxBits)
        {
            throw new WorkLimitException("a coefficient is too large to compute with");
        }

        work.Spend(1 + (m * n / 4));
    }

    private static void Accumulate(Dictionary<Monomial, Rational> terms, Monomial monomial, Rational coefficient, WorkBudget work)
    {
        if (terms.TryGetValue(monomial, out var present))
        {
            Charge(present, coefficient, work);
            var sum = present + coefficient;
            if (sum.IsZero)
            {
                terms.Remove(monomial);
            }
            else
            {
                terms[monomial] = sum;
            }
        }
        else if (!coefficient.IsZero)
        {
            work.Spend();
            terms[monomial] = coefficient;
            if (terms.Count > MaxTerms)
            {
                throw new WorkLimitException($"a polynomial has more than {MaxTerms} terms");
            }
        }
    }
}
