using System.Collections.Frozen;
using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>Answers in words.</summary>
internal static class TextAnswers
{
    private static readonly FrozenDictionary<string, string> Synonyms = MakeSynonyms();
    private static readonly FrozenSet<string> Fillers = ((string[])["the", "a", "an", "on", "in", "at", "is", "it", "of", "there", "are", "that", "this"]).ToFrozenSet();

    private static readonly string[] Numbers =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen", "twenty",
    ];

    /// <summary>Whether a text is letters and spaces, more than one, and no name of mathematics.</summary>
    public static bool IsWords(string text)
    {
        if (text.Length < 2 || text.AsSpan().ContainsAnyExcept(WordCharacters))
        {
            return text.Length > 1 && text.All(c => char.IsLetter(c) || c is ' ' or '-' or '\'');
        }

        return !MathWords.Plain.ContainsKey(text);
    }

    /// <summary>Compares words; null where they are neither the same nor surely different.</summary>
    public static Outcome? Compare(string gold, string answer)
    {
        var (x, y) = (Key(gold), Key(answer));
        if (x == y)
        {
            return Outcome.Correct("the words are the same", RuleNames.Text);
        }

        var isOneWord = !x.Contains(' ', StringComparison.Ordinal) && !y.Contains(' ', StringComparison.Ordinal);
        var areLetters = x.Length <= 3 && x.Length == y.Length && x.Order().SequenceEqual(y.Order());
        return isOneWord && !areLetters ? Outcome.Wrong($"the answer is {QuotedText.Of(gold)}, not {QuotedText.Of(answer)}", RuleNames.Text) : null;
    }

    /// <summary>The value of a number word up to twenty; null for other words.</summary>
    public static Rational? Number(string word) => Array.IndexOf(Numbers, word) is >= 0 and var value ? Rational.Integer(value) : null;

    private static System.Buffers.SearchValues<char> WordCharacters { get; } =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ -'");

    private static string Key(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(word => !Fillers.Contains(word));
        var joined = string.Join(' ', words);
        return Synonyms.GetValueOrDefault(joined, joined);
    }

    private static FrozenDictionary<string, string> MakeSynonyms()
    {
        var synonyms = new Dictionary<string, string>();
        foreach (var word in (string[])["no solution", "no solutions", "none", "no real solution", "no real solutions", "empty set", "no such", "dne", "does not exist", "undefined", "nonexistent"])
        {
            synonyms[word] = "none";
        }

        synonyms["true"] = "yes";
        synonyms["false"] = "no";
        return synonyms.ToFrozenDictionary();
    }
}
