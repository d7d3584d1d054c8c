namespace SynthFarm.Core.Answers;

/// <summary>The answer that a response to a general problem states.</summary>
public static class TextAnswerExtraction
{
    private const int MaxBareLength = 200;
    private const int MaxBareWords = 4;

    /// <summary>
    /// By the first rule that finds one: after the last <c>Answer:</c>, in the last box, after the last <c>####</c>, a text that is a bare
    /// answer (one short line that is no sentence), the last number, the last line. Null for a blank text.
    /// </summary>
    public static string? Extract(string response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return AnswerExtraction.AfterMarker(response)
            ?? AnswerExtraction.LastBoxed(response)
            ?? AnswerExtraction.AfterHashes(response)
            ?? Bare(response)
            ?? AnswerExtraction.LastNumber(response)
            ?? AnswerExtraction.LastLine(response);
    }

    private static string? Bare(string response)
    {
        var text = response.AsSpan().Trim();
        if (text.IsEmpty || text.Length > MaxBareLength || text.ContainsAny('\r', '\n'))
        {
            return null;
        }

        var words = 0;
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            words += word.Length > 1 && char.IsLetter(word[0]) && char.IsLetter(word[1]) ? 1 : 0;
        }

        return words > MaxBareWords ? null : text.ToString();
    }
}
