using System.Globalization;
using System.Text;

namespace SynthFarm.Cli.Terminal;

/// <summary>
/// Makes text from problems and models safe to print: whatever could move the cursor, colour, reorder or hide text is shown as an escape
/// such as <c>\u{1b}</c>. For people only; data written to files and pipes as JSON stays byte for byte what it was.
/// </summary>
internal static class TerminalText
{
    /// <summary>The text on one line; line breaks and tabs are shown as <c>\n</c>, <c>\r</c>, <c>\t</c>.</summary>
    public static string Line(string? text) => Escape(text, keepLineBreaks: false);

    /// <summary>The text with its line feeds kept.</summary>
    public static string Block(string? text) => Escape(text, keepLineBreaks: true);

    /// <summary>The text on one line, cut to at most <paramref name="width"/> characters, an ellipsis included.</summary>
    public static string Line(string? text, int width)
    {
        var line = Line(text);
        if (line.Length <= width)
        {
            return line;
        }

        var cut = width - 1;
        return (char.IsHighSurrogate(line[cut - 1]) ? line[..(cut - 1)] : line[..cut]) + "…";
    }

    private static string Escape(string? text, bool keepLineBreaks)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                AppendCode(result, text[i++]);
                continue;
            }

            i += rune.Utf16SequenceLength;
            Append(result, rune, keepLineBreaks);
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, Rune rune, bool keepLineBreaks)
    {
        switch (rune.Value)
        {
            case '\n' when keepLineBreaks:
                result.Append('\n');
                break;
            case '\n':
                result.Append("\\n");
                break;
            case '\r':
                result.Append("\\r");
                break;
            case '\t':
                result.Append("\\t");
                break;
            default:
                if (IsUnsafe(rune))
                {
                    AppendCode(result, rune.Value);
                }
                else
                {
                    result.Append(rune.ToString());
                }

                break;
        }
    }

    // Format covers the bidirectional controls, zero-width characters and tags.
    private static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;

    private static void AppendCode(StringBuilder result, int value) =>
        result.Append(CultureInfo.InvariantCulture, $"\\u{{{value:x}}}");
}
