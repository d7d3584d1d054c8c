using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace SynthFarm.Core.Answers.Expressions;

/// <summary>Numbers written in another base.</summary>
internal static class NumberBase
{
    private const int MaxDigits = 80;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789ABCDEF");

    private static readonly string[] Names =
        ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"];

    /// <summary>The length of digits, letters among them, with a base behind, as in <c>1A_{16}</c>; 0 for anything else: <c>A_{12}</c> is a name.</summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExcept(Digits);
        if (length is < 1 or > MaxDigits || text[length] != '_' || !text[..length].ContainsAnyInRange('A', 'F') || !text[..length].ContainsAnyInRange('0', '9'))
        {
            return 0;
        }

        var radix = text[(length + 1)..].TrimStart('{');
        var end = radix.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? radix : radix[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is > 10 and <= 16 ? length : 0;
    }

    /// <summary>The value of digits read in a base; null where a digit or the base does not fit.</summary>
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
            var worth = char.IsAsciiDigit(digit) ? digit - '0' : digit - 'A' + 10;
            if (worth >= radix)
            {
                return null;
            }

            value = (value * radix) + worth;
        }

        return Rational.Integer(value);
    }
}
