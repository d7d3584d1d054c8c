using System.Numerics;

namespace SynthFarm.Core.Answers.Expressions;

/// <summary>Numbers written in another base.</summary>
internal static class NumberBase
{
    private static readonly string[] Names =
        ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"];

    /// <summary>The value of decimal digits read in a base; null where a digit or the base does not fit.</summary>
    public static Rational? Read(string digits, string name)
    {
        var radix = Array.IndexOf(Names, name) is > 1 and var named ? named : name.Length <= 2 && int.TryParse(name, out var number) ? number : 0;
        if (radix is < 2 or > 36 || digits.Length == 0)
        {
            return null;
        }

        var value = BigInteger.Zero;
        foreach (var digit in digits)
        {
            if (digit - '0' >= radix)
            {
                return null;
            }

            value = (value * radix) + (digit - '0');
        }

        return Rational.Integer(value);
    }
}
