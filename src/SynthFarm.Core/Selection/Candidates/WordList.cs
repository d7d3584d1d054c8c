namespace SynthFarm.Core.Selection.Candidates;

/// <summary>Words or phrases that are looked for in a text, whatever their case; no letter or digit may touch them.</summary>
internal sealed class WordList(IReadOnlyList<string> words)
{
    public bool IsEmpty => words.Count == 0;

    /// <summary>The first word, in the list's order, that the text holds; null for none.</summary>
    public string? FindIn(string text) => words.FirstOrDefault(word => Holds(text, word));

    private static bool Holds(string text, string word)
    {
        for (var at = Find(text, word, 0); at >= 0; at = Find(text, word, at + 1))
        {
            if (!Touches(text, at - 1, word[0]) && !Touches(text, at + word.Length, word[^1]))
            {
                return true;
            }
        }

        return false;
    }

    private static int Find(string text, string word, int from) => text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);

    /// <summary>Only where the word itself ends in a letter or digit can another one make it part of a longer word.</summary>
    private static bool Touches(string text, int at, char end)
        => char.IsLetterOrDigit(end) && at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);
}
