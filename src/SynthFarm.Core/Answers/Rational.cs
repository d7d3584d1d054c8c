using System.Globalization;
using System.Numerics;

namespace SynthFarm.Core.Answers;

/// <summary>An exact fraction in lowest terms with a positive denominator.</summary>
internal readonly partial record struct Rational : IComparable<Rational>
{
    /// <summary>Longer texts are not read as numbers: reading digits takes quadratic time.</summary>
    public const int MaxLength = 1_000;

    private const int MaxExponent = 1_000;

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        Denominator = denominator / divisor;
    }

    private Rational(BigInteger numerator, BigInteger denominator, bool isReduced)
    {
        _ = isReduced;
        Numerator = numerator;
        Denominator = denominator;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    /// <summary>
    /// The number a text writes: an integer, a decimal with an optional exponent, or a fraction of two of them with <c>/</c> or
    /// <c>\frac{}{}</c>; with an optional sign, thousands separators and dollar sign. Null for any other text.
    /// </summary>
    public static Rational? Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        var rest = text.AsSpan().Trim().Trim('$').Trim();
        var isNegative = TakeSign(ref rest);
        rest = rest.StartsWith("\\$") ? rest[2..] : rest.TrimStart('$');
        if ((Fraction(rest) ?? Decimal(rest)) is not { } value)
        {
            return null;
        }

        return isNegative ? new Rational(-value.Numerator, value.Denominator) : value;
    }

    /// <summary><c>7</c> or <c>7/2</c>.</summary>
    public override string ToString() => Denominator.IsOne
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>As <see cref="ToString"/>, cut where it is too long for a message.</summary>
    public string ToShortText() => ToString() is { Length: > 40 } text ? $"{text[..40]}..." : ToString();

    private static bool TakeSign(ref ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('-' or '−' or '+'))
        {
            return false;
        }

        var isNegative = text[0] != '+';
        text = text[1..].TrimStart();
        return isNegative;
    }

    private static Rational? Fraction(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> above, below;
        if (text.StartsWith("\\"))
        {
            var open = text.IndexOf('{');
            if (open < 0 || text[..open] is not ("\\frac" or "\\dfrac" or "\\tfrac") || !text.EndsWith("}"))
            {
                return null;
            }

            var middle = text.IndexOf("}{");
            if (middle < open)
            {
                return null;
            }

            above = text[(open + 1)..middle];
            below = text[(middle + 2)..^1];
        }
        else
        {
            var bar = text.IndexOf('/');
            if (bar < 0)
            {
                return null;
            }

            above = text[..bar];
            below = text[(bar + 1)..];
        }

        above = above.Trim();
        below = below.Trim();
        var isNegative = TakeSign(ref above);
        if (Decimal(above) is not { } numerator || Decimal(below) is not { } denominator || denominator.Numerator.IsZero)
        {
            return null;
        }

        var (x, y) = (numerator.Numerator * denominator.Denominator, numerator.Denominator * denominator.Numerator);
        return new Rational(isNegative ? -x : x, y);
    }

    private static Rational? Decimal(ReadOnlySpan<char> text)
    {
        var exponent = 0;
        var e = text.IndexOfAny('e', 'E');
        if (e >= 0)
        {
            if (!int.TryParse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                || exponent is < -MaxExponent or > MaxExponent)
            {
                return null;
            }

            text = text[..e];
        }

        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var decimals = point < 0 ? [] : text[(point + 1)..];
        if (Digits(whole) is not { } digits || decimals.ContainsAnyExceptInRange('0', '9') || (digits.Length == 0 && decimals.IsEmpty))
        {
            return null;
        }

        var value = BigInteger.Parse($"0{digits}{decimals}", NumberStyles.None, CultureInfo.InvariantCulture);
        exponent -= decimals.Length;
        return exponent >= 0
            ? new Rational(value * BigInteger.Pow(10, exponent), BigInteger.One)
            : new Rational(value, BigInteger.Pow(10, -exponent));
    }

    /// <summary>The digits of a whole part without its thousands separators; null when these do not stand every three digits.</summary>
    private static string? Digits(ReadOnlySpan<char> whole)
    {
        var comma = whole.IndexOf(',');
        if (comma < 0)
        {
            return whole.ContainsAnyExceptInRange('0', '9') ? null : whole.ToString();
        }

        if (comma is 0 or > 3 || (whole.Length - comma) % 4 != 0)
        {
            return null;
        }

        for (var i = 0; i < whole.Length; i++)
        {
            var isSeparator = i >= comma && (i - comma) % 4 == 0;
            if (isSeparator ? whole[i] != ',' : !char.IsAsciiDigit(whole[i]))
            {
                return null;
            }
        }

        return whole.ToString().Replace(",", "", StringComparison.Ordinal);
    }
}
