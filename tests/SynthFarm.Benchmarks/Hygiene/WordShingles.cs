namespace SynthFarm.Benchmarks.Hygiene;

/// <summary>The true similarity of two texts, by the definition and nothing else: sets of three words in a row, written out.</summary>
internal static class WordShingles
{
    public static double Jaccard(string x, string y)
    {
        var (a, b) = (Of(x), Of(y));
        var common = a.Count(b.Contains);
        return (double)common / (a.Count + b.Count - common);
    }

    private static HashSet<string> Of(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', '.', ',', '?', '$'], StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, Math.Max(0, words.Length - 2)).Select(i => string.Join(' ', words.AsSpan(i, 3).ToArray())).ToHashSet();
    }
}
