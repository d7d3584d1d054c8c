namespace SynthFarm.Corpus.Comparison;

/// <summary>Counts reasons and keeps the first examples of each. Beyond <see cref="MaxReasons"/> different ones, the rest is counted together.</summary>
internal sealed class ReasonCounter(int limit)
{
    private const int MaxReasons = 200;

    private readonly Dictionary<(string Change, string Why), (long Count, List<DiffExample> Examples)> _counts = [];

    public void Add(string change, string why, DiffExample example)
    {
        var key = (change, why);
        if (!_counts.ContainsKey(key) && _counts.Count >= MaxReasons)
        {
            key = (change, "(other reasons)");
        }

        var (count, examples) = _counts.GetValueOrDefault(key, (0, []));
        if (examples.Count < limit)
        {
            examples.Add(example);
        }

        _counts[key] = (count + 1, examples);
    }

    public IReadOnlyList<DiffReason> ToReasons() =>
    [
        .. _counts
            .Select(c => new DiffReason(c.Key.Change, c.Key.Why, c.Value.Count, c.Value.Examples))
            .OrderByDescending(r => r.Count).ThenBy(r => r.Change, StringComparer.Ordinal).ThenBy(r => r.Why, StringComparer.Ordinal),
    ];
}
