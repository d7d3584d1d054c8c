using System.Globalization;

namespace SynthFarm.Core.Answers.Rules;

/// <summary>
/// The grader published with PRM800K: the MATH rule first; then tuples element by element, where fractions must match as written, an integer
/// asks for an integer, and the rest is decided symbolically (H. Lightman et al., Let's Verify Step by Step, 2023).
/// </summary>
internal sealed class Prm800KRule : IAnswerRule
{
    private const int MaxUnknowns = 2;

    private static readonly string[] Units =
        ["degree", "cm", "centimeter", "meter", "mile", "second", "minute", "hour", "day", "week", "month", "year", "foot", "feet", "inch", "yard"];

    public string Name => "prm800k";

    public AnswerVerdict Judge(string gold, string response, string? statement = null)
    {
        if (gold.Length > RuleVerdicts.MaxLength || response.Length > RuleVerdicts.MaxLength || HendrycksRule.Stated(response) is not { } stated)
        {
            return RuleVerdicts.Of(false, Name, null, null);
        }

        var expected = HendrycksRule.Stated(gold) ?? gold;
        return RuleVerdicts.Of(Grade(expected, stated), Name, expected, stated);
    }

    /// <summary>The strings of the first stage; the MATH normalisation with a wrapper around the whole taken off.</summary>
    public static string? MathNormalize(string answer)
    {
        answer = answer.Trim();
        var isWrapped = answer.StartsWith("\\text{", StringComparison.Ordinal) && answer.IndexOf('}', StringComparison.Ordinal) == answer.Length - 1;
        return HendrycksRule.Normalize(isWrapped ? answer[6..^1].Trim() : answer);
    }

    private static bool Grade(string gold, string given)
    {
        if ((MathNormalize(gold) ?? gold.Trim()) == (MathNormalize(given) ?? given.Trim()))
        {
            return true;
        }

        var (x, y) = (Normalize(gold), Normalize(given));
        if (x == y || y.Length == 0)
        {
            return x == y;
        }

        var (expected, stated) = (Split(x), Split(y));
        if (expected.Length != stated.Length || (expected.Length > 1 && (x[0] != y[0] || x[^1] != y[^1])))
        {
            return false;
        }

        return expected.Zip(stated).All(pair => Same(pair.First, pair.Second));
    }

    private static bool Same(string gold, string given)
    {
        if (IsFraction(gold) && IsFraction(given))
        {
            return gold == given;
        }

        if (IsInteger(gold) != IsInteger(given))
        {
            return false;
        }

        var unknowns = (gold + given).Replace("sqrt", "", StringComparison.Ordinal).Replace("frac", "", StringComparison.Ordinal).Where(char.IsLetter).Distinct().Count();
        var isRisky = gold.Contains("^{", StringComparison.Ordinal) || gold.Contains("^(", StringComparison.Ordinal) || gold.Contains("^99", StringComparison.Ordinal)
            || given.Contains("^{", StringComparison.Ordinal) || given.Contains("^(", StringComparison.Ordinal) || given.Contains("^99", StringComparison.Ordinal);
        return unknowns <= MaxUnknowns && !isRisky && SymbolicEquality.Holds(gold, given);
    }

    private static string Normalize(string answer)
    {
        answer = answer.Trim();
        answer = answer.StartsWith("\\text{", StringComparison.Ordinal) && answer.IndexOf('}', StringComparison.Ordinal) == answer.Length - 1 ? answer[6..^1] : answer;
        foreach (var (from, to) in (ReadOnlySpan<(string, string)>)[("\\%", "%"), ("\\$", "$"), ("$", ""), ("%", ""), (" or ", " , "), (" and ", " , "),
            ("million", "*10^6"), ("billion", "*10^9"), ("trillion", "*10^12"), ("^\\circ", ""), ("^{\\circ}", ""), (",\\!", ""), ("dfrac", "frac"), ("tfrac", "frac")])
        {
            answer = answer.Replace(from, to, StringComparison.Ordinal);
        }

        foreach (var unit in Units)
        {
            answer = RemoveUnit(answer, unit);
        }

        answer = answer.Length > 1 && answer[0] == '{' && answer[^1] == '}' ? answer[1..^1] : answer;
        answer = PlainFraction(WithoutThousands(answer.Replace(" ", "", StringComparison.Ordinal))).ToLowerInvariant();
        return decimal.TryParse(answer, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number)
            && decimal.Abs(number) < 1e15m ? decimal.ToInt64(number).ToString(CultureInfo.InvariantCulture) : answer;
    }

    /// <summary>A unit with its plural and a power behind it.</summary>
    private static string RemoveUnit(string text, string unit)
    {
        for (var at = text.IndexOf(unit, StringComparison.Ordinal); at >= 0; at = text.IndexOf(unit, at, StringComparison.Ordinal))
        {
            var end = at + unit.Length;
            end += text.AsSpan(end).StartsWith("es") ? 2 : text.AsSpan(end).StartsWith("s") ? 1 : 0;
            var power = end;
            while (power < text.Length && text[power] == ' ')
            {
                power++;
            }

            if (power + 1 < text.Length && text[power] == '^' && char.IsAsciiDigit(text[power + 1]))
            {
                end = power + 2;
            }

            text = text.Remove(at, end - at);
        }

        return text;
    }

    private static string WithoutThousands(string text) => Rational.Parse(text) is not null && !text.Contains('/', StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal)
        ? text.Replace(",", "", StringComparison.Ordinal)
        : text;

    /// <summary><c>\frac{2}{4}</c> as <c>2/4</c>.</summary>
    private static string PlainFraction(string text)
    {
        var sign = text.StartsWith('-') ? 1 : 0;
        if (!text.AsSpan(sign).StartsWith("\\frac{") || !text.EndsWith('}') || text.IndexOf("}{", StringComparison.Ordinal) is not (> 0 and var middle))
        {
            return text;
        }

        var (above, below) = (text[(sign + 6)..middle], text[(middle + 2)..^1]);
        return above.All(char.IsAsciiDigit) && below.All(char.IsAsciiDigit) ? $"{text[..sign]}{above}/{below}" : text;
    }

    private static string[] Split(string text) => text.Length > 2 && text[0] is '(' or '[' && text[^1] is ')' or ']' && !text.AsSpan(1, text.Length - 2).ContainsAny("()[]")
        ? text[1..^1].Split(',')
        : [text];

    private static bool IsInteger(string text) => text.Length > 0 && text.AsSpan(text[0] == '-' ? 1 : 0) is { Length: > 0 } digits && !digits.ContainsAnyExceptInRange('0', '9');

    private static bool IsFraction(string text) => text.Split('/') is [var above, var below] && IsInteger(above) && IsInteger(below);
}
