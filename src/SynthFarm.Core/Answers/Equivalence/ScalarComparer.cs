using SynthFarm.Core.Answers.Algebra;
using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>
/// Whether two scalar expressions are equal: exactly where both are quotients of polynomials in variables and roots, otherwise by
/// evaluation with an error bound.
/// </summary>
internal sealed class ScalarComparer(WorkBudget work)
{
    private const int MinDecimals = 2;
    private const int NoiseDecimals = 9;

    /// <summary>A radicand below is prime, because smaller divisors have been taken out.</summary>
    private static readonly Rational SurelyPrime = Rational.Integer(Roots.MaxPrime * Roots.MaxPrime);

    private readonly AtomTable _atoms = new();
    private readonly Dictionary<MathNode, Ball?> _values = [];

    public AtomTable Atoms => _atoms;

    public WorkBudget Work => work;

    public FractionBuilder Builder { get; private set; } = null!;

    /// <summary>A comparer within a budget.</summary>
    public static ScalarComparer Create(WorkBudget work)
    {
        var comparer = new ScalarComparer(work);
        comparer.Builder = new FractionBuilder(comparer._atoms, work);
        return comparer;
    }

    public Outcome Compare(MathNode gold, MathNode answer)
    {
        if (Builder.Build(gold) is not { } x || Builder.Build(answer) is not { } y)
        {
            return Outcome.Unknown("one of them is not a value that is computed with", RuleNames.Shape);
        }

        if (x.Value is { } number && y.Value is { } value)
        {
            return CompareNumbers(gold, number, answer, value);
        }

        var difference = Polynomial.Subtract(
            Polynomial.Multiply(x.Above, y.Below, _atoms, work), Polynomial.Multiply(y.Above, x.Below, _atoms, work), work);
        if (difference.IsZero)
        {
            return Outcome.Correct("both are the same after expansion", RuleNames.Identity);
        }

        var free = _atoms.Atoms.Where(atom => atom.IsVariable).Select(atom => atom.Name).ToArray();
        var different = Outcome.Wrong("their difference does not vanish after expansion", RuleNames.Identity);
        if (free.Length > 0)
        {
            return AreIndependent(difference) ? different : new Sampling(work).Compare(gold, answer, free);
        }

        var outcome = CompareConstants(gold, answer);
        return outcome.Verdict == Verdict.Unknown && AreIndependent(difference) ? different : outcome;
    }

    /// <summary>
    /// Whether only variables and square roots of different primes and of -1 occur: their products are linearly independent over the
    /// rationals, so that a difference with terms is not zero.
    /// </summary>
    private bool AreIndependent(Polynomial difference)
    {
        foreach (var monomial in difference.Terms.Keys)
        {
            foreach (var (index, _) in monomial.Factors)
            {
                var atom = _atoms.Atoms[index];
                if (!atom.IsVariable && !(atom.Order == 2 && atom.Radicand.CompareTo(SurelyPrime) < 0))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static Outcome CompareNumbers(MathNode gold, Rational number, MathNode answer, Rational value)
    {
        if (gold.Kind == NodeKind.Number && answer.Kind == NodeKind.Number && gold.Text.Length > 0 != answer.Text.Length > 0)
        {
            var (based, plain) = gold.Text.Length > 0 ? (gold, answer) : (answer, gold);
            if (plain.Number.ToString() == based.Text && plain.Decimals < 0)
            {
                return Outcome.Correct("the digits are equal; only one names its base", RuleNames.Number);
            }

            return number == value
                ? Outcome.Unknown("the numbers are equal, but only one is written in a base", RuleNames.Number)
                : Outcome.Wrong($"the answer is {number.ToShortText()}, not {value.ToShortText()}", RuleNames.Number);
        }

        if (number == value)
        {
            return Outcome.Correct($"the numbers are equal: {value.ToShortText()}", RuleNames.Number);
        }

        var isNoise = Math.Max(gold.Decimals, answer.Decimals) >= NoiseDecimals
            && Rational.Abs(number - value).CompareTo(Rational.PowerOfTen(-NoiseDecimals) * Larger(Rational.One, Rational.Abs(number))) <= 0;
        if (isNoise)
        {
            return Outcome.Correct($"the numbers differ by no more than floating-point noise: {value.ToShortText()}", RuleNames.Rounding);
        }

        if ((IsRounded(answer) && gold.Decimals < 0 && !number.IsTerminating() && Rounds(number - value, answer.Decimals))
            || (IsRounded(gold) && answer.Decimals < 0 && !value.IsTerminating() && Rounds(number - value, gold.Decimals)))
        {
            return Outcome.Correct($"{value.ToShortText()} is {number.ToShortText()} rounded", RuleNames.Rounding);
        }

        return IsRounded(gold) && answer.Decimals > gold.Decimals && Rounds(number - value, gold.Decimals)
            ? Outcome.Unknown($"{value.ToShortText()} has more digits than {number.ToShortText()}, to which it rounds", RuleNames.Rounding)
            : Outcome.Wrong($"the answer is {number.ToShortText()}, not {value.ToShortText()}", RuleNames.Number);
    }

    private Outcome CompareConstants(MathNode gold, MathNode answer)
    {
        var evaluator = new Evaluator(Sampling.NoVariables, work);
        if (ComplexEvaluator.IsComplex(gold) || ComplexEvaluator.IsComplex(answer))
        {
            return CompareComplex(new ComplexEvaluator(evaluator, work), gold, answer);
        }

        if (ValueOf(gold, evaluator) is not { } x || ValueOf(answer, evaluator) is not { } y)
        {
            return Outcome.Unknown("their values could not be computed", RuleNames.Evaluation);
        }

        var difference = x - y;
        if (!difference.MayBeZero)
        {
            var decimals = IsRounded(answer) && gold.Decimals < 0 ? answer.Decimals : IsRounded(gold) && answer.Decimals < 0 ? gold.Decimals : 0;
            if (decimals > 0)
            {
                var half = Ball.Of(Rational.PowerOfTen(-decimals) * Rational.Of(1, 2));
                if ((half - difference).IsPositive && (half + difference).IsPositive)
                {
                    return Outcome.Correct($"one is the other rounded to {decimals} decimals", RuleNames.Rounding);
                }
            }

            return IsWrittenOut(gold, answer) && IsNoise(x, difference)
                ? Outcome.Correct($"the values differ by no more than floating-point noise: {Sampling.Show(x)}", RuleNames.Rounding)
                : Outcome.Wrong($"their values differ: {Sampling.Show(x)} and {Sampling.Show(y)}", RuleNames.Evaluation);
        }

        return Sampling.IsTight(x, difference)
            ? Outcome.Correct($"their values agree to {Sampling.Digits} digits: {Sampling.Show(x)}", RuleNames.Evaluation)
            : Outcome.Unknown("their values are too close to tell apart", RuleNames.Evaluation);
    }

    /// <summary>Elements of lists are compared again and again, and evaluated once.</summary>
    private Ball? ValueOf(MathNode node, Evaluator evaluator)
    {
        if (!_values.TryGetValue(node, out var value))
        {
            _values[node] = value = evaluator.Evaluate(node);
        }

        return value;
    }

    private static Outcome CompareComplex(ComplexEvaluator evaluator, MathNode gold, MathNode answer)
    {
        if (evaluator.Evaluate(gold) is not var (real, imaginary) || evaluator.Evaluate(answer) is not var (otherReal, otherImaginary))
        {
            return Outcome.Unknown("their values could not be computed", RuleNames.Evaluation);
        }

        var (across, upward) = (real - otherReal, imaginary - otherImaginary);
        if (!across.MayBeZero || !upward.MayBeZero)
        {
            return Outcome.Wrong($"their values differ: {Show(real, imaginary)} and {Show(otherReal, otherImaginary)}", RuleNames.Evaluation);
        }

        // A part that vanishes has no size of its own to be tight beside.
        var size = System.Numerics.BigInteger.Abs(real.Middle) > System.Numerics.BigInteger.Abs(imaginary.Middle) ? real : imaginary;
        return Sampling.IsTight(size, across) && Sampling.IsTight(size, upward)
            ? Outcome.Correct($"their values agree to {Sampling.Digits} digits: {Show(real, imaginary)}", RuleNames.Evaluation)
            : Outcome.Unknown("their values are too close to tell apart", RuleNames.Evaluation);
    }

    private static string Show(Ball real, Ball imaginary) => $"{Sampling.Show(real)} + {Sampling.Show(imaginary)} i";

    /// <summary>Whether one of the two is a decimal of nine places or more and the other exact.</summary>
    private static bool IsWrittenOut(MathNode gold, MathNode answer) =>
        (IsRounded(answer) && answer.Decimals >= NoiseDecimals && gold.Decimals < 0) || (IsRounded(gold) && gold.Decimals >= NoiseDecimals && answer.Decimals < 0);

    private static bool IsNoise(Ball value, Ball difference)
    {
        var size = value.IsNegative ? -value : value;
        var slack = Ball.Of(Rational.PowerOfTen(-NoiseDecimals)) * (Ball.Of(Rational.One) + size);
        return (slack - difference).IsPositive && (slack + difference).IsPositive;
    }

    private static bool IsRounded(MathNode node) => node.Kind == NodeKind.Number && node.Decimals >= MinDecimals;

    private static bool Rounds(Rational difference, int decimals) => Rational.Abs(difference).CompareTo(Rational.PowerOfTen(-decimals) * Rational.Of(1, 2)) <= 0;

    private static Rational Larger(Rational x, Rational y) => x.CompareTo(y) >= 0 ? x : y;
}
