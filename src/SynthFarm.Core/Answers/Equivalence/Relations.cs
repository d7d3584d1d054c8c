using SynthFarm.Core.Answers.Algebra;
using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>Equations and inequalities between two sides: the same when one is the other multiplied by a constant.</summary>
internal static class Relations
{
    /// <summary>The relation read from right to left.</summary>
    public static string Flip(string relation) => relation switch { "<" => ">", ">" => "<", "<=" => ">=", ">=" => "<=", _ => relation };

    public static Outcome Compare(MathNode gold, MathNode answer, ScalarComparer scalars)
    {
        if (gold.Text == "in" || answer.Text == "in" || Difference(gold, scalars) is not { } x || Difference(answer, scalars) is not { } y)
        {
            return Outcome.Unknown("the relations are not of a kind that is compared", RuleNames.Relation);
        }

        var factor = Factor(x.Above, y.Above, scalars);
        if (factor is not { } constant)
        {
            return Outcome.Wrong("neither relation is a multiple of the other", RuleNames.Relation);
        }

        var expected = constant.Sign > 0 ? gold.Text : Flip(gold.Text);
        var sameDivisor = x.Below.Value is not null && y.Below.Value is not null;
        if (Same(expected, answer.Text) && (sameDivisor || answer.Text == "="))
        {
            return Outcome.Correct("one relation is a multiple of the other", RuleNames.Relation);
        }

        return sameDivisor
            ? Outcome.Wrong("the relation points the other way", RuleNames.Relation)
            : Outcome.Unknown("inequalities with variable divisors are not compared", RuleNames.Relation);
    }

    private static bool Same(string x, string y) => x == y || (x is "=" or "~" or "==" && y is "=" or "~" or "==");

    private static Fraction? Difference(MathNode relation, ScalarComparer scalars) =>
        scalars.Builder.Build(new MathNode(NodeKind.Sum, "", relation[0], new MathNode(NodeKind.Negation, "", relation[1])));

    /// <summary>The constant that makes the second of the first; null without one.</summary>
    private static Rational? Factor(Polynomial x, Polynomial y, ScalarComparer scalars)
    {
        if (x.IsZero || y.IsZero || x.Terms.Count != y.Terms.Count)
        {
            return x.IsZero && y.IsZero ? Rational.One : null;
        }

        var (monomial, coefficient) = x.Terms.First();
        if (!y.Terms.TryGetValue(monomial, out var other))
        {
            return null;
        }

        var factor = other / coefficient;
        return Polynomial.Subtract(Polynomial.Scale(x, factor, scalars.Work), y, scalars.Work).IsZero ? factor : null;
    }
}
