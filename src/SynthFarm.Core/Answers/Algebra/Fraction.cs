namespace SynthFarm.Core.Answers.Algebra;

/// <summary>A quotient of polynomials, not reduced: equality is decided by multiplying crosswise.</summary>
internal readonly record struct Fraction(Polynomial Above, Polynomial Below)
{
    /// <summary>The value, where no atom is involved; null otherwise.</summary>
    public Rational? Value => Above.Value is { } above && Below.Value is { IsZero: false } below ? above / below : null;

    public static Fraction Of(Rational value) => new(Polynomial.Constant(value), Polynomial.One);
}
