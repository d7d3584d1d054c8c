using System.Numerics;
using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Search.MctsG;

/// <summary>
/// Checks the equations a step states, such as <c>25 - 14 = 11</c>. Knows nothing of the problem. Judges only what it reads completely: numbers,
/// the four operations and parentheses between the beginning of a line, one of <c>: ; ,</c> or <c>$</c>, and the next of these.
/// </summary>
internal static class Calculator
{
    private const int MaxLength = 4_000;

    /// <summary>Whether a step states an equation that does not hold. A decimal fraction may be rounded or cut at its last place.</summary>
    public static bool FindsError(string step)
    {
        if (step.Length > MaxLength)
        {
            return false;
        }

        var from = 0;
        for (var at = 0; at <= step.Length; at++)
        {
            if (at == step.Length || IsEnd(step, at))
            {
                if (IsFalse(step.AsSpan()[from..at]))
                {
                    return true;
                }

                from = at + 1;
            }
        }

        return false;
    }

    private static bool IsEnd(string text, int at) => text[at] switch
    {
        '\n' or '\r' or ':' or ';' or '$' => true,
        ',' => at + 1 == text.Length || !char.IsAsciiDigit(text[at + 1]),
        _ => false,
    };

    private static bool IsFalse(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" \t.");
        (Rational Value, int Decimals)? left = null;
        var isFalse = false;
        foreach (var range in text.Split('='))
        {
            if (CalculatorExpression.Evaluate(text[range]) is not { } right)
            {
                return false;
            }

            isFalse |= left is { } known && !AreEqual(known, right);
            left = right;
        }

        return isFalse;
    }

    private static bool AreEqual((Rational Value, int Decimals) left, (Rational Value, int Decimals) right)
    {
        var decimals = Math.Max(left.Decimals, right.Decimals);
        var difference = Rational.Abs(left.Value - right.Value);
        return difference.IsZero || (decimals > 0 && difference.CompareTo(Rational.Of(BigInteger.One, BigInteger.Pow(10, decimals))) < 0);
    }
}
