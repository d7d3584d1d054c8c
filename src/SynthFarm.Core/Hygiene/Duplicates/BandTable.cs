using SynthFarm.Core.Hygiene.Texts;

namespace SynthFarm.Core.Hygiene.Duplicates;

/// <summary>
/// One band's buckets: texts whose rows agree form a chain, the latest first. Buckets are told apart by 32 bits of the rows' hash; a
/// collision only makes a candidate more, which the exact comparison turns down.
/// </summary>
internal sealed class BandTable
{
    /// <summary>So many members of a bucket are compared with; older ones are passed over and counted.</summary>
    public const int MaxVisited = 128;

    private uint[] _tags = new uint[1024];
    private int[] _heads = new int[1024];
    private int[] _next = new int[1024];
    private int _used;

    /// <summary>How often a bucket had more members than are compared with.</summary>
    public long PassedOver { get; private set; }

    /// <summary>Collects the earlier texts of the same bucket as <c>text in the upper, earlier text in the lower 32 bits</c>, and enters the text.</summary>
    public void Enter(int text, ReadOnlySpan<uint> rows, List<ulong> candidates)
    {
        if (_used * 2 >= _heads.Length)
        {
            Grow();
        }

        if (text >= _next.Length)
        {
            Array.Resize(ref _next, Math.Max(text + 1, _next.Length * 2));
        }

        var tag = Tag(rows);
        var slot = Slot(tag);
        var visited = 0;
        for (var earlier = _heads[slot]; earlier != 0; earlier = _next[earlier - 1])
        {
            if (visited++ == MaxVisited)
            {
                PassedOver++;
                break;
            }

            candidates.Add(((ulong)text << 32) | (uint)(earlier - 1));
        }

        _used += _heads[slot] == 0 ? 1 : 0;
        _tags[slot] = tag;
        _next[text] = _heads[slot];
        _heads[slot] = text + 1;
    }

    private static uint Tag(ReadOnlySpan<uint> rows)
    {
        var hash = 0UL;
        foreach (var row in rows)
        {
            hash = Mixing.Finish((hash << 1) ^ row);
        }

        return (uint)(hash >> 32);
    }

    private int Slot(uint tag)
    {
        var mask = _heads.Length - 1;
        var slot = (int)(tag * 0x9E3779B1) & mask;
        while (_heads[slot] != 0 && _tags[slot] != tag)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        var (tags, heads) = (_tags, _heads);
        _tags = new uint[tags.Length * 2];
        _heads = new int[heads.Length * 2];
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] != 0)
            {
                var slot = Slot(tags[i]);
                (_tags[slot], _heads[slot]) = (tags[i], heads[i]);
            }
        }
    }
}
