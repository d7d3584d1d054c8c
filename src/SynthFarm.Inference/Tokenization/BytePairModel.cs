using System.Runtime.InteropServices;
using System.Text;

namespace SynthFarm.Inference.Tokenization;

/// <summary>
/// Byte pair encoding of one pre-token: what it is spelt in merges, neighbour with neighbour, in the order of the
/// merges' ranks, leftmost first among equals (Sennrich et al. 2016, "Neural Machine Translation of Rare Words with Subword
/// Units"). Takes O(n log n). Immutable and thread-safe.
/// </summary>
internal sealed class BytePairModel
{
    private readonly ISpelling _spelling;
    private readonly Dictionary<string, int> _words;
    private readonly Dictionary<long, (int Rank, int Result)> _merges = [];
    private readonly bool _ignoreMerges;

    /// <param name="spelling">What pre-tokens are spelt in.</param>
    /// <param name="words">Byte strings (one character per byte, U+0000 to U+00FF) and their tokens, for whole pre-tokens.</param>
    /// <param name="merges">The merges in the order of their ranks.</param>
    /// <param name="ignoreMerges">True to take a pre-token that is itself in the vocabulary as one token.</param>
    public BytePairModel(ISpelling spelling, Dictionary<string, int> words, IReadOnlyList<MergeRule> merges, bool ignoreMerges)
    {
        _spelling = spelling;
        _words = words;
        _ignoreMerges = ignoreMerges;
        for (int rank = 0; rank < merges.Count; rank++)
            _merges.TryAdd(Pair(merges[rank].Left, merges[rank].Right), (rank, merges[rank].Result));
    }

    public int[] Encode(ReadOnlySpan<char> preToken)
    {
        if (_ignoreMerges && _words.TryGetValue(ByteText(preToken), out int whole))
            return [whole];
        int[] ids = _spelling.Spell(preToken);
        return _merges.Count == 0 || ids.Length < 2 ? ids : Merge(ids);
    }

    private static string ByteText(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        return Encoding.Latin1.GetString(bytes);
    }

    private int[] Merge(int[] ids)
    {
        var next = new int[ids.Length];
        var previous = new int[ids.Length];
        // Ordered by rank, then by position: one number holds both.
        var queue = new PriorityQueue<(int Position, long Pair), long>();
        for (int i = 0; i < ids.Length; i++)
        {
            next[i] = i + 1;
            previous[i] = i - 1;
        }

        for (int i = 0; i + 1 < ids.Length; i++)
            Offer(ids, i, i + 1, queue);
        int count = ids.Length;
        while (queue.TryDequeue(out (int Position, long Pair) candidate, out _))
        {
            int left = candidate.Position;
            int right = next[left];
            // Stale when either side has merged since: a consumed token is -1, a merged one has another id.
            if (ids[left] < 0 || right >= ids.Length || Pair(ids[left], ids[right]) != candidate.Pair)
                continue;
            ids[left] = _merges[candidate.Pair].Result;
            ids[right] = -1;
            next[left] = next[right];
            if (next[left] < ids.Length)
                previous[next[left]] = left;
            count--;
            if (previous[left] >= 0)
                Offer(ids, previous[left], left, queue);
            if (next[left] < ids.Length)
                Offer(ids, left, next[left], queue);
        }

        var merged = new int[count];
        for (int i = 0, n = 0; i < ids.Length; i = next[i])
            merged[n++] = ids[i];
        return merged;
    }

    private void Offer(int[] ids, int left, int right, PriorityQueue<(int Position, long Pair), long> queue)
    {
        long pair = Pair(ids[left], ids[right]);
        ref var merge = ref CollectionsMarshal.GetValueRefOrNullRef(_merges, pair);
        if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref merge))
            queue.Enqueue((left, pair), ((long)merge.Rank << 32) | (uint)left);
    }

    private static long Pair(int left, int right) => ((long)left << 32) | (uint)right;
}
