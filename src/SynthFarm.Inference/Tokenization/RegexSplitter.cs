using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SynthFarm.Inference.Tokenization;

/// <summary>
/// Cuts text at the matches of a regular expression, matches and the text between them each becoming a piece.
/// Expressions of tokenizers are meant over code points, while <see cref="Regex"/> works on UTF-16 units; a code point
/// beyond U+FFFF is therefore shown to it as one stand-in character of the same general category.
/// </summary>
internal sealed class RegexSplitter
{
    private static readonly char[] StandIns = FindStandIns();
    private readonly Regex _regex;

    public RegexSplitter(string pattern)
    {
        Pattern = pattern;
        _regex = new Regex(pattern, RegexOptions.CultureInvariant);
    }

    public string Pattern { get; }

    public void Split(ReadOnlyMemory<char> piece, List<ReadOnlyMemory<char>> pieces)
    {
        if (piece.Span.ContainsAnyInRange('\uD800', '\uDFFF'))
            SplitWithStandIns(piece, pieces);
        else
            SplitUnits(piece, pieces);
    }

    private void SplitUnits(ReadOnlyMemory<char> piece, List<ReadOnlyMemory<char>> pieces)
    {
        int done = 0;
        foreach (ValueMatch match in _regex.EnumerateMatches(piece.Span))
        {
            if (match.Length == 0)
                continue;
            if (match.Index > done)
                pieces.Add(piece[done..match.Index]);
            done = match.Index + match.Length;
            pieces.Add(piece[match.Index..done]);
        }

        if (done < piece.Length)
            pieces.Add(piece[done..]);
    }

    private void SplitWithStandIns(ReadOnlyMemory<char> piece, List<ReadOnlyMemory<char>> pieces)
    {
        char[] shown = ArrayPool<char>.Shared.Rent(piece.Length);
        int[] offsets = ArrayPool<int>.Shared.Rent(piece.Length + 1);
        int count = 0;
        int unit = 0;
        foreach (Rune rune in piece.Span.EnumerateRunes())
        {
            offsets[count] = unit;
            shown[count++] = rune.IsBmp ? (char)rune.Value : StandIns[(int)Rune.GetUnicodeCategory(rune)];
            unit += rune.Utf16SequenceLength;
        }

        offsets[count] = unit;
        int done = 0;
        foreach (ValueMatch match in _regex.EnumerateMatches(shown.AsSpan(0, count)))
        {
            if (match.Length == 0)
                continue;
            if (match.Index > done)
                pieces.Add(piece[offsets[done]..offsets[match.Index]]);
            done = match.Index + match.Length;
            pieces.Add(piece[offsets[match.Index]..offsets[done]]);
        }

        if (done < count)
            pieces.Add(piece[offsets[done]..]);
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
