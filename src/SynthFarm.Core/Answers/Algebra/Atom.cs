using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Algebra;

/// <summary>An indeterminate of the polynomials: a variable, a constant, a root, or a function of something.</summary>
/// <param name="Name">The variable's or function's name; <c>root</c> for a root, <c>i</c> for the imaginary unit.</param>
/// <param name="Arguments">What a function is of.</param>
/// <param name="Source">The expression, for evaluation.</param>
/// <param name="Order">With <paramref name="Radicand"/>: the atom to this power is the radicand; 0 for none.</param>
/// <param name="Radicand">A rational number.</param>
internal sealed record Atom(string Name, Fraction[] Arguments, MathNode Source, int Order = 0, Rational Radicand = default)
{
    /// <summary>A variable, free to take any value.</summary>
    public bool IsVariable => Arguments.Length == 0 && Order == 0 && Name is not ("pi" or "e" or "i");
}
