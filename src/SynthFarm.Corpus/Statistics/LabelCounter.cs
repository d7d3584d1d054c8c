namespace SynthFarm.Corpus.Statistics;

/// <summary>Counts labels by config and name.</summary>
internal sealed class LabelCounter
{
    private readonly SortedDictionary<(string Config, string Name), long> _counts = new(Comparer<(string Config, string Name)>.Create(Compare));

    public void Add(string config, string name, long count) => _counts[(config, name)] = _counts.GetValueOrDefault((config, name)) + count;

    /// <summary>By config, then name.</summary>
    public IReadOnlyList<ConfigCount> ToCounts() => [.. _counts.Select(c => new ConfigCount(c.Key.Config, c.Key.Name, c.Value))];

    private static int Compare((string Config, string Name) a, (string Config, string Name) b)
        => string.CompareOrdinal(a.Config, b.Config) is not 0 and var order ? order : string.CompareOrdinal(a.Name, b.Name);
}
