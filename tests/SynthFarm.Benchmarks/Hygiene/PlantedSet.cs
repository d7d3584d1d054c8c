using SynthFarm.Core.Randomness;

namespace SynthFarm.Benchmarks.Hygiene;

/// <summary>
/// Word problems among which some are edited copies of earlier ones, with their true similarities, and some are earlier ones with other
/// numbers, which are no duplicates.
/// </summary>
internal sealed class PlantedSet
{
    private static readonly string[] Extra = ["really", "later", "quickly", "carefully", "together", "finally", "also", "again", "mostly", "suddenly", "gladly", "still"];

    private readonly StableRandom _random;

    /// <param name="count">Texts.</param>
    /// <param name="seed">Decides all of them.</param>
    public PlantedSet(int count, ulong seed)
    {
        _random = new StableRandom(seed);
        var grammar = new WordProblemGrammar(new StableRandom(seed + 1));
        while (Texts.Count < count)
        {
            Texts.Add(grammar.Next());
            var original = Texts.Count - 1;
            switch (_random.Next(20))
            {
                case 0 or 1 when Texts.Count < count:
                    Texts.Add(Edited(Texts[original], _random.Next(1, 5)));
                    Planted.Add(new PlantedPair(original, original + 1, WordShingles.Jaccard(Texts[original], Texts[original + 1])));
                    break;
                case 2 when Texts.Count < count:
                    Texts.Add(Renumbered(Texts[original]));
                    OtherNumbers.Add(new PlantedPair(original, original + 1, WordShingles.Jaccard(Texts[original], Texts[original + 1])));
                    break;
            }
        }
    }

    public List<string> Texts { get; } = [];

    /// <summary>Copies with words replaced, added and left out; numbers are the same.</summary>
    public List<PlantedPair> Planted { get; } = [];

    /// <summary>Copies with other numbers only.</summary>
    public List<PlantedPair> OtherNumbers { get; } = [];

    private string Edited(string text, int edits)
    {
        var words = text.Split(' ').ToList();
        for (var i = 0; i < edits; i++)
        {
            var at = _random.Next(words.Count);
            if (words[at].Any(char.IsAsciiDigit))
            {
                continue;
            }

            switch (_random.Next(3))
            {
                case 0:
                    words[at] = Extra[_random.Next(Extra.Length)];
                    break;
                case 1:
                    words.Insert(at, Extra[_random.Next(Extra.Length)]);
                    break;
                default:
                    words.RemoveAt(at);
                    break;
            }
        }

        return string.Join(' ', words);
    }

    private string Renumbered(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('1' + _random.Next(9)) : c));
}
