namespace SynthFarm.Corpus.Store;

/// <summary>Which problems are finished and by which commit. The only thing whose memory grows with the number of problems: about 60 to 110 bytes each.</summary>
/// <param name="capacity">How many problems there are to begin with, about.</param>
internal sealed class ProblemIndex(int capacity)
{
    private readonly Dictionary<ProblemKey, ProblemIndexEntry> _entries = new(capacity);

    public CorpusCounts Counts { get; private set; }

    public int Count => _entries.Count;

    /// <summary>Enters a problem; what was known of it before no longer counts.</summary>
    /// <param name="commit">The commit, or the last one of a part that holds it: merging neighbours leaves the entry true.</param>
    public void Set(ProblemSummary row, long commit)
    {
        var key = ProblemKey.Of(row.ProblemId);
        if (_entries.TryGetValue(key, out var earlier))
        {
            Counts = Counts.Add(earlier, -1);
        }

        var entry = ProblemIndexEntry.Of(row, commit);
        _entries[key] = entry;
        Counts = Counts.Add(entry);
    }

    public bool TryGet(string problemId, out ProblemIndexEntry entry) => _entries.TryGetValue(ProblemKey.Of(problemId), out entry);

    /// <summary>Whether the part's row of the problem is the one that counts.</summary>
    public bool IsCurrent(string problemId, LivePart part) => TryGet(problemId, out var entry) && part.Covers(entry.Commit);

    /// <summary>
    /// Whether committing the row would change something. A problem done for good with the same tree is left as it is; one that failed or
    /// was cancelled gives way to what became of it since.
    /// </summary>
    public bool IsNews(ProblemSummary row)
    {
        if (!TryGet(row.ProblemId, out var known))
        {
            return true;
        }

        var entry = ProblemIndexEntry.Of(row, known.Commit);
        var isSameTree = entry.Contents == known.Contents && entry.Tree == known.Tree;
        return !isSameTree || (!known.IsFinal && entry != known);
    }
}
