using System.Globalization;
using System.Text;

namespace SynthFarm.Inference.Tokenization;

/// <summary>
/// Finds added tokens in a text: at each position from the left the longest token that starts there, without overlaps.
/// Takes time proportional to the text times the longest token at worst.
/// </summary>
internal sealed class AddedTokenMatcher
{
    private sealed class Node
    {
        public Dictionary<char, Node>? Next;
        public AddedToken? Token;
    }

    private readonly Node _root = new();

    /// <param name="tokens">The tokens, each with the text to look for.</param>
    public AddedTokenMatcher(IEnumerable<(AddedToken Token, string Text)> tokens)
    {
        foreach ((AddedToken token, string text) in tokens)
        {
            Node node = _root;
            foreach (char c in text)
            {
                node.Next ??= [];
                if (!node.Next.TryGetValue(c, out Node? child))
                    node.Next.Add(c, child = new Node());
                node = child;
            }

            node.Token ??= token;
        }
    }

    public bool IsEmpty => _root.Next is null;

    /// <summary>The first match at or after <paramref name="from"/>, with the white space it swallows; null where there is none.</summary>
    public AddedToken? Find(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        for (start = from; start < text.Length;)
        {
            (AddedToken? token, int length) = MatchAt(text[start..]);
            end = start + length;
            if (token is null)
            {
                start++;
            }
            else if (token.SingleWord && (EndsWithWord(text[..start]) || StartsWithWord(text[end..])))
            {
                // As in the library, what stands inside a token that was turned down is not looked at again.
                start = end;
            }
            else
            {
                if (token.StripLeft)
                    start = Math.Max(from, text[..start].TrimEnd().Length);
                if (token.StripRight)
                    end = text.Length - text[end..].TrimStart().Length;
                return token;
            }
        }

        end = start;
        return null;
    }

    private (AddedToken? Token, int Length) MatchAt(ReadOnlySpan<char> text)
    {
        (AddedToken? Token, int Length) longest = (null, 0);
        Node node = _root;
        for (int i = 0; i < text.Length; i++)
        {
            if (node.Next is null || !node.Next.TryGetValue(text[i], out Node? child))
                break;
            node = child;
            if (node.Token is not null)
                longest = (node.Token, i + 1);
        }

        return longest;
    }

    private static bool StartsWithWord(ReadOnlySpan<char> text) =>
        Rune.DecodeFromUtf16(text, out Rune rune, out _) == System.Buffers.OperationStatus.Done && IsWord(rune);

    private static bool EndsWithWord(ReadOnlySpan<char> text) =>
        Rune.DecodeLastFromUtf16(text, out Rune rune, out _) == System.Buffers.OperationStatus.Done && IsWord(rune);

    /// <summary>What the library's expressions call <c>\w</c>: letters, letter numbers, marks, digits, connectors, joiners, and circled letters.</summary>
    private static bool IsWord(Rune rune) => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation
        || rune.Value is 0x200C or 0x200D or (>= 0x24B6 and <= 0x24E9) or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189);
}
