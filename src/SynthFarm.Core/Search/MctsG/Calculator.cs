using System.Buffers;
using System.Numerics;
using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Search.MctsG;

/// <summary>
/// Checks the equations a step states, such as <c>25 - 14 = 11</c>. Knows nothing of the problem. Judges only what it reads completely: numbers,
/// the four operations and parentheses between the beginning of a line or one of <c>: ; ,</c> and the next of these, in dollar signs or not. What
/// may be read in two ways is let through: a dollar sign before a number, a dash that may mark a list, a lone number behind another.
/// </summary>
internal static class Calculator
{
    private const int MaxLength = 4_000;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

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
                if (IsFalse(step.AsSpan()[from..at], FollowsNumber(step, from)))
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
        '\n' or '\r' or ':' or ';' => true,
        ',' => at + 1 == text.Length || !char.IsAsciiDigit(text[at + 1]),
        _ => false,
    };

    /// <summary>Whether the piece from here on may go on with what stands before it: <c>the GCD of 12, 18 = 6</c>, <c>3 : 4 = 6 : 8</c>.</summary>
    private static bool FollowsNumber(string text, int from)
        => from > 0 && text[from - 1] is (',' or ':') && text.AsSpan()[..(from - 1)].TrimEnd() is [.., >= '0' and <= '9'];

    private static bool IsFalse(ReadOnlySpan<char> text, bool followsNumber)
    {
        text = text.Trim(" \t.");
        if (text is ['$', .. var formula, '$'])
        {
            text = formula;
        }

        if (text is ['-' or '–' or '−', ' ' or '\t', ..] || (followsNumber && BeginsWithLoneNumber(text)))
        {
            return false;
        }

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

    private static bool BeginsWithLoneNumber(ReadOnlySpan<char> text)
        => text.IndexOf('=') is > 0 and var sign && text[..sign].Trim().IndexOfAnyExcept(Digits) < 0;

    private static bool AreEqual((Rational Value, int Decimals) left, (Rational Value, int Decimals) right)
    {
        var decimals = Math.Max(left.Decimals, right.Decimals);
        var difference = Rational.Abs(left.Value - right.Value);
        return difference.IsZero || (decimals > 0 && difference.CompareTo(Rational.Of(BigInteger.One, BigInteger.Pow(10, decimals))) < 0);
    }
}
