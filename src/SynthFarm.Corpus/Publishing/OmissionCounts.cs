namespace SynthFarm.Corpus.Publishing;

/// <summary>Counts what gives no row, by config and reason.</summary>
internal sealed class OmissionCounts
{
    private readonly Dictionary<string, SortedDictionary<string, long>> _counts = new(StringComparer.Ordinal);

    public void Add(string config, string reason)
    {
        if (!_counts.TryGetValue(config, out var reasons))
        {
            _counts[config] = reasons = new SortedDictionary<string, long>(StringComparer.Ordinal);
        }

        reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
    }

    /// <summary>The counts of a config in ordinal order of the reasons; null when there are none.</summary>
    public IReadOnlyDictionary<string, long>? Of(string config) => _counts.GetValueOrDefault(config);
}
