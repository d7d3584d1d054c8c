using SynthFarm.Core.Answers.Extraction;

namespace SynthFarm.Core.Answers;

/// <summary>The answer that a response to a general problem states.</summary>
public static class TextAnswerExtraction
{
    private const int MaxBareLength = 300;

    /// <summary>
    /// The latest announcement decides: a box, <c>####</c>, "the answer is" and its like, a fenced block of JSON. Without one a text that is a
    /// bare answer stands for itself; else the last formula or number, whichever comes later, else the last line. Null for a blank text.
    /// </summary>
    public static string? Extract(string response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var text = CalculatorNotes.Remove(ResponseText.Of(response)).Trim();
        if (text.IsEmpty)
        {
            return null;
        }

        if (text.Length <= MaxBareLength && text.StartsWith("**") && text.EndsWith("**") && text.Length > 4)
        {
            text = text[2..^2];
        }

        if (text.Length <= MaxBareLength && !text.ContainsAny('\r', '\n') && !text.Contains("nswer", StringComparison.OrdinalIgnoreCase)
            && !text.Contains("####", StringComparison.Ordinal) && !text.Contains("\\boxed", StringComparison.Ordinal) && Segments.IsBare(text)
            && Markers.Last(text) is null)
        {
            return text.ToString();
        }

        return Announced(text) ?? Segment(text) ?? AnswerExtraction.LastLine(text.ToString());
    }

    /// <summary>What a text announces as its answer; null where it announces none.</summary>
    internal static string? Announced(ReadOnlySpan<char> text)
    {
        var (at, answer) = (-1, (string?)null);
        if (Boxes.Last(text) is { } box)
        {
            (at, answer) = (box.End, WithPercent(text, box));
        }

        if (Markers.Last(text) is { } marker && marker.Start > at)
        {
            (at, answer) = marker;
        }

        if (text.LastIndexOf("####", StringComparison.Ordinal) is var hashes and >= 0 && hashes > at && AnswerExtraction.AfterHashes(text[hashes..].ToString()) is { } hashed)
        {
            (at, answer) = (hashes, hashed);
        }

        return JsonAnswers.Last(text) is { } json && json.Start > at ? json.Contents : answer;
    }

    private static string WithPercent(ReadOnlySpan<char> text, (int Start, int End, string Contents) box)
    {
        var tail = text[box.End..].TrimStart("$ \\)");
        return (tail.StartsWith("%") || tail.StartsWith("percent") || tail.StartsWith("pct")) && !box.Contents.EndsWith('%') ? $"{box.Contents}\\%" : box.Contents;
    }

    private static string? Segment(ReadOnlySpan<char> text)
    {
        var math = Segments.LastMath(text);
        var last = text.LastIndexOfAnyInRange('0', '9');
        if (math is { } formula && (last < 0 || last <= formula.Start + formula.Contents.Length + 4))
        {
            return formula.Contents;
        }

        return ClosingNumber.Of(text) is { } number ? number : math?.Contents;
    }
}
