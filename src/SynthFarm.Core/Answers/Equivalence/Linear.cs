using SynthFarm.Core.Answers.Algebra;
using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>Solves <c>left = right</c> where the difference is linear in its only variable, with a rational slope.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Root">The value at which both sides are equal.</param>
/// <param name="IsRising">Whether left minus right grows with the variable.</param>
internal readonly record struct Linear(string Variable, MathNode Root, bool IsRising)
{
    /// <summary>Null for any other pair.</summary>
    public static Linear? Solve(MathNode left, MathNode right, ScalarComparer scalars)
    {
        scalars.Work.Spend(1 + ((left.Size + right.Size) / 4));
        if (IsVariable(left) && !Mentions(right, left.Text))
        {
            return new Linear(left.Text, right, true);
        }

        if (IsVariable(right) && !Mentions(left, right.Text))
        {
            return new Linear(right.Text, left, false);
        }

        if (scalars.Builder.Build(left) is not { } x || scalars.Builder.Build(right) is not { } y || x.Below.Value != Rational.One || y.Below.Value != Rational.One)
        {
            return null;
        }

        string? variable = null;
        var (slope, offset) = (Rational.Zero, Rational.Zero);
        foreach (var (monomial, coefficient) in Polynomial.Subtract(x.Above, y.Above, scalars.Work).Terms)
        {
            if (monomial.IsOne)
            {
                offset = coefficient;
            }
            else if (variable is null && monomial.Factors is [(var atom, 1)] && scalars.Atoms.Atoms[atom].IsVariable)
            {
                (variable, slope) = (scalars.Atoms.Atoms[atom].Name, coefficient);
            }
            else
            {
                return null;
            }
        }

        return variable is null ? null : new Linear(variable, MathNode.Of(-offset / slope), slope.Sign > 0);
    }

    private static bool IsVariable(MathNode node) => node.Kind == NodeKind.Symbol && node.Text is not ("pi" or "e" or "i" or "emptyset");

    private static bool Mentions(MathNode node, string name) =>
        (node.Kind == NodeKind.Symbol && node.Text == name) || Array.Exists(node.Items, item => Mentions(item, name));
}
