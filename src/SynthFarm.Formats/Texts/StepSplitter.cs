namespace SynthFarm.Formats.Texts;

/// <summary>
/// Cuts a solution into steps: at blank lines, or at line breaks where there are none; never within a code fence or displayed mathematics.
/// The steps joined are the text again, byte for byte.
/// </summary>
internal static class StepSplitter
{
    public static IReadOnlyList<string> Split(string text)
    {
        var paragraphs = Cut(text, atBlankLines: true);
        return paragraphs.Count > 1 ? paragraphs : Cut(text, atBlankLines: false);
    }

    private static List<string> Cut(string text, bool atBlankLines)
    {
        var steps = new List<string>();
        var (start, isOpen) = (0, false);
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var feed ? feed + 1 : text.Length;
            isOpen ^= TogglesBlock(text.AsSpan(at, end - at));
            if (isOpen)
            {
                at = end;
                continue;
            }

            var next = SkipBlankLines(text, end);
            if (next < text.Length && (next > end || !atBlankLines) && !text.AsSpan(start, end - start).IsWhiteSpace())
            {
                steps.Add(text[start..next]);
                start = next;
            }

            at = next;
        }

        if (start < text.Length)
        {
            steps.Add(text[start..]);
        }

        return steps;
    }

    private static int SkipBlankLines(string text, int at)
    {
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var feed ? feed + 1 : text.Length;
            if (!text.AsSpan(at, end - at).IsWhiteSpace())
            {
                return at;
            }

            at = end;
        }

        return at;
    }

    /// <summary>Whether a line opens a block that it does not close, or closes one: <c>```</c>, <c>$$</c>, <c>\[</c> and <c>\]</c>.</summary>
    private static bool TogglesBlock(ReadOnlySpan<char> line)
    {
        var trimmed = line.Trim();
        return (trimmed.StartsWith("```") && trimmed.Count("```") == 1)
            || trimmed.Count("$$") % 2 == 1
            || trimmed.Count("\\[") != trimmed.Count("\\]");
    }
}
