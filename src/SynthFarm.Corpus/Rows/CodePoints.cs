namespace SynthFarm.Corpus.Rows;

/// <summary>Lengths as Python and SQL count them.</summary>
internal static class CodePoints
{
    /// <summary>Number of Unicode code points of well-formed text.</summary>
    public static int Count(string text)
    {
        var count = text.Length;
        foreach (var c in text)
        {
            count -= char.IsLowSurrogate(c) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The position that lies a number of code points behind another; -1 when the text ends before, or the number is negative.</summary>
    public static int Advance(string text, int from, int count)
    {
        var at = from;
        for (var i = 0; i < count && at <= text.Length; i++)
        {
            at += at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
        }

        return count < 0 || at > text.Length ? -1 : at;
    }
}
