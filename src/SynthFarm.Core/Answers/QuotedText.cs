using System.Globalization;
using System.Text;

namespace SynthFarm.Core.Answers;

/// <summary>
/// Quotes foreign text in a message: one line, at most 40 characters, and nothing in it that could break a line, a terminal or a log.
/// </summary>
public static class QuotedText
{
    private const int MaxLength = 40;

    /// <summary>The text in single quotes; what is cut off shows as three dots.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var quoted = new StringBuilder("'");
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (length++ == MaxLength)
            {
                return quoted.Append("...'").ToString();
            }

            quoted.Append(IsPlain(rune) ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}"));
        }

        return quoted.Append('\'').ToString();
    }

    private static bool IsPlain(Rune rune) => rune.Value == ' ' || (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));
}
