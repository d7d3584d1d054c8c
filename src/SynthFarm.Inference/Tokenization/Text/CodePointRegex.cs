using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SynthFarm.Inference.Tokenization.Text;

/// <summary>
/// A regular expression of a tokenizer file. Such expressions are meant over code points, while <see cref="Regex"/> works on UTF-16 units; a
/// code point beyond U+FFFF is therefore shown to it as one stand-in character of the same general category.
/// </summary>
internal sealed class CodePointRegex
{
    private static readonly char[] StandIns = FindStandIns();
    private readonly Regex _regex;

    /// <exception cref="ArgumentException">The expression is broken, or holds something whose meaning differs here; the message names it.</exception>
    public CodePointRegex(string pattern)
    {
        Pattern = pattern;
        _regex = new Regex(PatternTranslator.Translate(pattern), RegexOptions.CultureInvariant);
    }

    /// <summary>As the file writes it.</summary>
    public string Pattern { get; }

    /// <summary>The matches that are not empty, in UTF-16 units, in order and without overlaps.</summary>
    public List<(int Start, int End)> Matches(ReadOnlySpan<char> text)
    {
        var matches = new List<(int Start, int End)>();
        if (text.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            MatchStandIns(text, matches);
            return matches;
        }

        foreach (ValueMatch match in _regex.EnumerateMatches(text))
        {
            if (match.Length > 0)
                matches.Add((match.Index, match.Index + match.Length));
        }

        return matches;
    }

    private void MatchStandIns(ReadOnlySpan<char> text, List<(int Start, int End)> matches)
    {
        char[] shown = ArrayPool<char>.Shared.Rent(text.Length);
        int[] offsets = ArrayPool<int>.Shared.Rent(text.Length + 1);
        int count = 0;
        int unit = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            offsets[count] = unit;
            shown[count++] = rune.IsBmp ? (char)rune.Value : StandIns[(int)Rune.GetUnicodeCategory(rune)];
            unit += rune.Utf16SequenceLength;
        }

        offsets[count] = unit;
        foreach (ValueMatch match in _regex.EnumerateMatches(shown.AsSpan(0, count)))
        {
            if (match.Length > 0)
                matches.Add((offsets[match.Index], offsets[match.Index + match.Length]));
        }

        ArrayPool<char>.Shared.Return(shown);
        ArrayPool<int>.Shared.Return(offsets);
    }

    /// <summary>The last character below U+FFFF of each general category: the least likely to be named in an expression.</summary>
    private static char[] FindStandIns()
    {
        var standIns = new char[30];
        for (int c = 0; c <= char.MaxValue; c++)
            standIns[(int)CharUnicodeInfo.GetUnicodeCategory((char)c)] = (char)c;
        return standIns;
    }
}
