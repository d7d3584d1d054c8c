using SynthFarm.Core.Answers;
using SynthFarm.Core.Answers.Extraction;

namespace SynthFarm.Core.Hygiene.Triage;

/// <summary>Gold answers that nothing can be compared with.</summary>
internal static class GoldRules
{
    private const int MaxWords = 5;

    private static readonly string[] Placeholders = ["n/a", "na", "null", "nan", "-", "--", "?", "...", "proof", "see solution", "see proof", "not found", "tbd", "[]", "{}"];

    public static bool IsMissing(bool hasGold, string gold) =>
        !hasGold || gold.Length == 0 || Placeholders.Contains(AnswerNormalization.Normalize(gold).ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Why a gold answer cannot be compared with; null when it can.</summary>
    public static string? Malformed(string gold, AnswerType type)
    {
        var words = Segments.CountWords(gold);
        return HasParts(gold) ? $"the gold answer {QuotedText.Of(gold)} holds several answers"
            : words > MaxWords ? $"the gold answer is a sentence of {words} words"
            : type == AnswerType.Unreadable ? $"the gold answer {QuotedText.Of(gold)} is not readable as mathematics"
            : null;
    }

    /// <summary>Answers to several parts, or on several lines.</summary>
    private static bool HasParts(string gold)
    {
        foreach (var (first, second) in (ReadOnlySpan<(string, string)>)[("(a)", "(b)"), ("a)", "b)"), ("(i)", "(ii)"), ("(1)", "(2)"), ("1)", "2)"), ("a.", "b."), ("1.", " 2.")])
        {
            if (gold.StartsWith(first, StringComparison.OrdinalIgnoreCase) && gold.IndexOf(second, first.Length, StringComparison.OrdinalIgnoreCase) > 0)
            {
                return true;
            }
        }

        return gold.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length > 1
            && !gold.Contains("\\begin", StringComparison.Ordinal) && !gold.StartsWith('$') && !gold.StartsWith("\\[", StringComparison.Ordinal);
    }
}
