using System.Globalization;
using System.Numerics;

namespace SynthFarm.Core.Answers.Expressions;

/// <summary>Reads a number: digits with thousands separators, a decimal point, repeating decimals, an exponent.</summary>
internal static class NumberLexer
{
    /// <summary>Longer numbers are not read: reading digits takes quadratic time.</summary>
    public const int MaxDigits = 1_000;

    private const int MaxExponent = 1_000;

    private static readonly string[] TightSeparators = ["{,}", "{, }", "{ , }", ",\\!", "\\,", "\\!", "{,}\\!", "{ ,}", "\\;", "{,\\!}", "{\\,}"];

    /// <summary>Reads the number at the start.</summary>
    /// <param name="text">Starts with a digit, or a point and a digit.</param>
    /// <param name="comma">How commas between digits are read.</param>
    /// <param name="isInBrackets">A plain comma there separates.</param>
    /// <param name="length">The characters read.</param>
    /// <returns>Null when there are too many digits.</returns>
    public static Token? Read(ReadOnlySpan<char> text, CommaReading comma, bool isInBrackets, out int length)
    {
        var end = Run(text);
        string? joined = null;
        if (end is > 0 and <= 3)
        {
            for (int width; (width = Separator(text[end..], comma, isInBrackets, text[0] == '0')) > 0 && Run(text[(end + width)..]) == 3;)
            {
                joined = string.Concat(joined ?? text[..end], text.Slice(end + width, 3));
                end += width + 3;
                if (joined.Length > MaxDigits)
                {
                    length = end;
                    return null;
                }
            }
        }

        var whole = joined ?? text[..end];
        var decimals = ReadOnlySpan<char>.Empty;
        var rest = text[end..];
        var isPoint = rest.Length > 0 && (rest[0] == '.' || (rest[0] == ',' && comma == CommaReading.DecimalPoint && !isInBrackets && Run(rest[1..]) > 0));
        if (isPoint && !rest[1..].StartsWith("."))
        {
            var digits = Run(rest[1..]);
            decimals = rest.Slice(1, digits);
            end += 1 + digits;
        }
        else if (rest.StartsWith("{.}"))
        {
            decimals = rest.Slice(3, Run(rest[3..]));
            end += 3 + decimals.Length;
        }
        else
        {
            isPoint = false;
        }

        if (whole.Length + decimals.Length > MaxDigits)
        {
            length = end;
            return null;
        }

        var value = Digits(whole, decimals);
        var places = isPoint && decimals.Length > 0 ? decimals.Length : -1;
        if (isPoint && Repeating(text[end..], out var width2) is { } repeat)
        {
            length = end + width2;
            return new Token(TokenKind.Number, "", WithRepeat(value, decimals.Length, repeat));
        }

        var exponent = Exponent(text[end..], out var exponentLength);
        length = end + exponentLength;
        return exponent is < -MaxExponent or > MaxExponent
            ? null
            : new Token(TokenKind.Number, whole.Length <= 80 ? whole.ToString() : "", Scaled(value, exponent - decimals.Length), places < 0 ? -1 : Math.Max(0, places - exponent));
    }

    private static Rational Scaled(BigInteger value, int exponent) => exponent switch
    {
        0 => Rational.Integer(value),
        > 0 => Rational.Integer(value * BigInteger.Pow(10, exponent)),
        _ => Rational.Of(value, BigInteger.Pow(10, -exponent)),
    };

    private static BigInteger Digits(ReadOnlySpan<char> whole, ReadOnlySpan<char> decimals)
    {
        if (whole.Length + decimals.Length <= 18)
        {
            var small = 0L;
            foreach (var digit in whole)
            {
                small = (small * 10) + (digit - '0');
            }

            foreach (var digit in decimals)
            {
                small = (small * 10) + (digit - '0');
            }

            return small;
        }

        return BigInteger.Parse(string.Concat(whole, decimals), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static Rational WithRepeat(BigInteger value, int places, ReadOnlySpan<char> repeat)
    {
        var nines = BigInteger.Pow(10, repeat.Length) - 1;
        return Rational.Of((value * nines) + Digits(repeat, []), nines * BigInteger.Pow(10, places));
    }

    /// <summary>The digits of a following <c>\overline{3}</c>; default without one.</summary>
    private static string? Repeating(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        const string start = "\\overline{";
        if (!text.StartsWith(start))
        {
            return null;
        }

        var digits = Run(text[start.Length..]);
        if (digits is 0 or > 40 || text.Length <= start.Length + digits || text[start.Length + digits] != '}')
        {
            return null;
        }

        length = start.Length + digits + 1;
        return text.Slice(start.Length, digits).ToString();
    }

    private static int Exponent(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.Length < 2 || text[0] is not ('e' or 'E'))
        {
            return 0;
        }

        var sign = text[1] is '-' or '+' ? 1 : 0;
        var digits = Run(text[(1 + sign)..]);
        if (digits == 0)
        {
            return 0;
        }

        length = 1 + sign + digits;
        return digits > 6 ? int.MaxValue : int.Parse(text[1..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    /// <summary>The width of a thousands separator; 0 for none.</summary>
    private static int Separator(ReadOnlySpan<char> text, CommaReading comma, bool isInBrackets, bool startsWithZero)
    {
        if (text.IsEmpty || startsWithZero || text[0] is not (',' or '{' or '\\' or ' '))
        {
            return 0;
        }

        if (text[0] == ' ')
        {
            // "14 {, }916" and "11,\! 111": spaces around a separator that TeX sets tight.
            var inner = text.TrimStart(' ');
            var digits = Run(text[1..]);
            if (digits == 3 && comma == CommaReading.Thousands && !isInBrackets && (text.Length == 4 || text[4] is not ('/' or '.' or '_')))
            {
                return 1;
            }

            return inner.StartsWith("{") && Tight(inner) is > 0 and var width ? text.Length - inner.Length + width : 0;
        }

        if (Tight(text) is > 0 and var tight)
        {
            return tight;
        }

        return text[0] == ',' && comma == CommaReading.Thousands && !isInBrackets && Run(text[1..]) == 3 ? 1 : 0;
    }

    private static int Tight(ReadOnlySpan<char> text)
    {
        var best = 0;
        foreach (var separator in TightSeparators)
        {
            if (separator.Length > best && text.StartsWith(separator))
            {
                best = separator.Length;
            }
        }

        while (best > 0 && best < text.Length && text[best] == ' ')
        {
            best++;
        }

        return best;
    }

    private static int Run(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
