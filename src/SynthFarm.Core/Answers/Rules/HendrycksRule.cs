using System.Globalization;
using System.Text;

namespace SynthFarm.Core.Answers.Rules;

/// <summary>
/// The rule published with the MATH data set: normalised strings are compared (D. Hendrycks et al., Measuring Mathematical Problem Solving
/// With the MATH Dataset, 2021). Written from its described behaviour, with its gaps.
/// </summary>
internal sealed class HendrycksRule : IAnswerRule
{
    public string Name => "hendrycks";

    public AnswerVerdict Judge(string gold, string response, string? statement = null)
    {
        if (gold.Length > RuleVerdicts.MaxLength || response.Length > RuleVerdicts.MaxLength)
        {
            return RuleVerdicts.Of(false, Name, null, null);
        }

        var (expected, stated) = (Stated(gold), Stated(response));
        return RuleVerdicts.Of(AreEquivalent(expected, stated), Name, expected, stated);
    }

    /// <summary>The last box's contents; a text without one stands for itself.</summary>
    public static string? Stated(string text) => !text.Contains("\\boxed", StringComparison.Ordinal) && !text.Contains("\\fbox", StringComparison.Ordinal)
        ? text
        : LastBoxed(text) is not { } box ? null
        : box.StartsWith("\\boxed ", StringComparison.Ordinal) ? box[7..]
        : box[(box.IndexOf('{', StringComparison.Ordinal) + 1)..^1];

    /// <summary>The last box with its command: braces are counted from the last <c>\boxed</c>, and <c>\boxed 5</c> ends at a dollar sign.</summary>
    public static string? LastBoxed(string text)
    {
        var bare = text.LastIndexOf("\\boxed ", StringComparison.Ordinal);
        if (bare >= 0)
        {
            var end = text.IndexOf('$', bare);
            return end < 0 ? text[bare..] : text[bare..end];
        }

        var start = text.LastIndexOf("\\boxed", StringComparison.Ordinal);
        start = start >= 0 ? start : text.LastIndexOf("\\fbox", StringComparison.Ordinal);
        var depth = 0;
        for (var i = Math.Max(0, start); start >= 0 && i < text.Length; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (text[i] == '}' && depth == 0)
            {
                return text[start..(i + 1)];
            }
        }

        return null;
    }

    /// <summary>Two missing answers are the same; a text the normalisation fails on is compared as it is.</summary>
    public static bool AreEquivalent(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return x is null && y is null;
        }

        return Normalize(x) is { } left && Normalize(y) is { } right ? left == right : x == y;
    }

    /// <summary>Null where the published code fails.</summary>
    public static string? Normalize(string text)
    {
        text = Without(text, "\n", "\\!").Replace("\\\\", "\\", StringComparison.Ordinal)
            .Replace("tfrac", "frac", StringComparison.Ordinal).Replace("dfrac", "frac", StringComparison.Ordinal);
        text = Without(text, "\\left", "\\right", "^{\\circ}", "^\\circ", "\\$");
        if (text.Contains("\\text{ ", StringComparison.Ordinal))
        {
            var parts = text.Split("\\text{ ");
            if (parts.Length != 2)
            {
                return null;
            }

            text = parts[0];
        }

        text = Without(text, "\\%", "%").Replace(" .", " 0.", StringComparison.Ordinal).Replace("{.", "{0.", StringComparison.Ordinal);
        if (text.Length == 0)
        {
            return text;
        }

        text = text[0] == '.' ? $"0{text}" : text;
        text = text.Split('=') is [{ Length: <= 2 }, var right] ? right : text;
        if (FixRoots(text) is not { } rooted)
        {
            return null;
        }

        text = Without(rooted, " ");
        text = FixFractions(text) ?? text;
        return text == "0.5" ? "\\frac{1}{2}" : FixSlash(text);
    }

    private static string Without(string text, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            text = text.Replace(part, "", StringComparison.Ordinal);
        }

        return text;
    }

    private static string? FixRoots(string text)
    {
        var parts = text.Split("\\sqrt");
        var joined = new StringBuilder(parts[0]);
        foreach (var part in parts.AsSpan(1))
        {
            if (part.Length == 0)
            {
                return null;
            }

            joined.Append(part[0] == '{' ? $"\\sqrt{part}" : $"\\sqrt{{{part[0]}}}{part[1..]}");
        }

        return joined.ToString();
    }

    /// <summary>Null where an argument is missing; the published code then leaves the text as it is.</summary>
    private static string? FixFractions(string text)
    {
        var parts = text.Split("\\frac");
        var joined = new StringBuilder(parts[0]);
        foreach (var part in parts.AsSpan(1))
        {
            if (part.StartsWith('{'))
            {
                joined.Append("\\frac").Append(part);
                continue;
            }

            if (part.Length < 2)
            {
                return null;
            }

            joined.Append(part[1] == '{' ? $"\\frac{{{part[0]}}}{part[1..]}" : $"\\frac{{{part[0]}}}{{{part[1]}}}{part[2..]}");
        }

        return joined.ToString();
    }

    private static string FixSlash(string text) =>
        text.Split('/') is [var above, var below] && IsPlainInteger(above) && IsPlainInteger(below) ? $"\\frac{{{above}}}{{{below}}}" : text;

    private static bool IsPlainInteger(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value.ToString(CultureInfo.InvariantCulture) == text;
}
