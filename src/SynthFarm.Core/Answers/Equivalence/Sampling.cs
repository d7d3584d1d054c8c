using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using SynthFarm.Core.Answers.Algebra;
using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>
/// Compares expressions with variables at fixed points: one point where they surely differ decides wrong; agreement to
/// <see cref="Digits"/> digits at enough points decides correct.
/// </summary>
internal sealed class Sampling(WorkBudget work)
{
    /// <summary>The decimal digits that must agree.</summary>
    public const int Digits = 30;

    private const int TightBits = 100;
    private const int Enough = 4;
    private const int Tries = 16;

    public static FrozenDictionary<string, Rational> NoVariables { get; } = FrozenDictionary<string, Rational>.Empty;

    public Outcome Compare(MathNode gold, MathNode answer, string[] names)
    {
        var agreed = 0;
        for (var point = 0; point < Tries && agreed < Enough; point++)
        {
            var values = new Dictionary<string, Rational>();
            for (var i = 0; i < names.Length; i++)
            {
                values[names[i]] = Value(point, i);
            }

            var evaluator = new Evaluator(values, work);
            if (evaluator.Evaluate(gold) is not { } x || evaluator.Evaluate(answer) is not { } y)
            {
                continue;
            }

            var difference = x - y;
            if (!difference.MayBeZero)
            {
                var where = string.Join(", ", values.Select(pair => $"{pair.Key} = {pair.Value}"));
                return Outcome.Wrong($"at {where} their values differ: {Show(x)} and {Show(y)}", RuleNames.Evaluation);
            }

            agreed += IsTight(x, difference) ? 1 : 0;
        }

        return agreed >= Enough
            ? Outcome.Correct($"their values agree to {Digits} digits at {agreed} points", RuleNames.Evaluation)
            : Outcome.Unknown("they could not be evaluated at enough points", RuleNames.Evaluation);
    }

    /// <summary>Whether the error is so small, beside the value too, that a difference would show.</summary>
    public static bool IsTight(Ball value, Ball difference)
    {
        var size = Math.Min(Ball.Precision, (long)BigInteger.Abs(value.Middle).GetBitLength());
        return difference.Error.GetBitLength() + TightBits < Math.Max(size, value.Middle.IsZero ? Ball.Precision : 0);
    }

    /// <summary>The first digits of a value.</summary>
    public static string Show(Ball value) =>
        ((double)(value.Middle >> (Ball.Precision - 64)) / Math.Pow(2, 64)).ToString("G8", CultureInfo.InvariantCulture);

    /// <summary>Fixed points: fractions of mixed size first, then integers, then values with both signs.</summary>
    private static Rational Value(int point, int variable)
    {
        var seed = (uint)((point * 7919) + (variable * 104729) + 12345);
        seed = (seed ^ (seed >> 7)) * 2654435761u;
        var part = (int)(seed >> 20);
        return (point % 4) switch
        {
            0 => Rational.Of((part % 37) + 17, 23),
            1 => Rational.Integer((point / 4) + 2 + variable),
            2 => Rational.Of(-((part % 41) + 19), 29),
            _ => Rational.Of((part % 29) + 3, 37),
        };
    }
}
