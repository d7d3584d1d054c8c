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
        public int Id = -1;
    }

    private readonly Node _root = new();

    public AddedTokenMatcher(IEnumerable<AddedToken> tokens)
    {
        foreach (AddedToken token in tokens)
        {
            Node node = _root;
            foreach (char c in token.Content)
            {
                node.Next ??= [];
                if (!node.Next.TryGetValue(c, out Node? child))
                    node.Next.Add(c, child = new Node());
                node = child;
            }

            node.Id = token.Id;
        }
    }

    public bool IsEmpty => _root.Next is null;

    /// <summary>
    /// The first match at or after <paramref name="from"/>: its token id, start and length. Returns false where there is none.
    /// </summary>
    public bool TryFind(ReadOnlySpan<char> text, int from, out int id, out int start, out int length)
    {
        for (start = from; start < text.Length; start++)
        {
            if (TryMatchAt(text[start..], out id, out length))
                return true;
        }

        (id, length) = (-1, 0);
        return false;
    }

    private bool TryMatchAt(ReadOnlySpan<char> text, out int id, out int length)
    {
        (id, length) = (-1, 0);
        Node node = _root;
        for (int i = 0; i < text.Length; i++)
        {
            if (node.Next is null || !node.Next.TryGetValue(text[i], out Node? child))
                break;
            node = child;
            if (node.Id >= 0)
                (id, length) = (node.Id, i + 1);
        }

        return length > 0;
    }
}
