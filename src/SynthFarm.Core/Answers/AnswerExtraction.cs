using SynthFarm.Core.Answers.Extraction;

namespace SynthFarm.Core.Answers;

/// <summary>
/// Finds the answer that a response states. Every rule is linear in the length of the text, or bounded in how often it looks again.
/// </summary>
public static class AnswerExtraction
{
    private const string Marker = "answer";

    /// <summary>
    /// What follows the last <c>Answer:</c> (any case, not within a word): the first line that is not blank, trimmed of Markdown stars; the
    /// contents of a box in it where there is one. Null without a marker or with nothing behind it.
    /// </summary>
    public static string? AfterMarker(string response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var text = response.AsSpan();
        for (var colon = text.LastIndexOf(':'); colon >= 0; colon = text[..colon].LastIndexOf(':'))
        {
            var before = text[..colon];
            if (before.EndsWith(Marker, StringComparison.OrdinalIgnoreCase)
                && (before.Length == Marker.Length || !char.IsLetterOrDigit(before[^(Marker.Length + 1)])))
            {
                return FirstLine(text[(colon + 1)..]);
            }
        }

        return null;
    }

    /// <summary>The contents of the last <c>\boxed{...}</c> whose braces are balanced, within 20,000 characters; null without one.</summary>
    public static string? LastBoxed(string response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Boxes.LastBraced(response);
    }

    /// <summary>What follows the last <c>####</c> on its line; null without one.</summary>
    public static string? AfterHashes(string response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var at = response.LastIndexOf("####", StringComparison.Ordinal);
        return at < 0 ? null : FirstLine(response.AsSpan(at + 4));
    }

    /// <summary>The last number in the text, with its sign, separators and fraction bar; null without one.</summary>
    public static string? LastNumber(string response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var text = response.AsSpan();
        var end = text.LastIndexOfAnyInRange('0', '9') + 1;
        if (end == 0)
        {
            return null;
        }

        var start = end - 1;
        while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || (text[start - 1] is '.' or ',' or '/' && start > 1 && char.IsAsciiDigit(text[start - 2]))))
        {
            start--;
        }

        var isSigned = start > 0 && text[start - 1] is '-' or '−' && (start == 1 || !char.IsLetterOrDigit(text[start - 2]) && text[start - 2] != ')');
        return text[(isSigned ? start - 1 : start)..end].ToString();
    }

    /// <summary>The last line that is not blank, trimmed; null for a blank text.</summary>
    public static string? LastLine(string response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var text = response.AsSpan().TrimEnd();
        var line = text[(text.LastIndexOf('\n') + 1)..].Trim();
        return line.IsEmpty ? null : line.ToString();
    }

    private static string? FirstLine(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" \t\r\n*");
        var end = text.IndexOfAny('\r', '\n');
        var line = (end < 0 ? text : text[..end]).TrimEnd(" \t*").ToString();
        var answer = LastBoxed(line) ?? line;
        return answer.Length == 0 ? null : answer;
    }
}
