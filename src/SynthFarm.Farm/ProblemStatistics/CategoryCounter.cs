namespace SynthFarm.Farm.ProblemStatistics;

/// <summary>Counts the values of a field in bounded memory: values beyond the first 10,000 different ones are counted together.</summary>
internal sealed class CategoryCounter
{
    /// <summary>What further values are counted as.</summary>
    public const string Others = "(others)";

    private const int MaxNames = 10_000;

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    public void Add(string? value)
    {
        var name = value ?? "";
        name = _counts.ContainsKey(name) || _counts.Count < MaxNames ? name : Others;
        _counts[name] = _counts.GetValueOrDefault(name) + 1;
    }

    /// <summary>The most frequent first, then by name.</summary>
    public IReadOnlyList<NamedCount> Counts() =>
        [.. _counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new NamedCount(pair.Key, pair.Value))];
}
