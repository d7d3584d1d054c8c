namespace SynthFarm.Corpus.Statistics;

/// <summary>Counts yields by field and value. At most <see cref="MaxValues"/> values of a field are told apart, so that free text cannot fill the memory.</summary>
internal sealed class YieldCounter
{
    public const int MaxValues = 100;
    private const string Other = "(other)";

    private readonly List<string> _fields = [];
    private readonly Dictionary<(string Field, string Value), (long Problems, long Accepted)> _counts = [];

    public void Add(string field, string? value, bool isAccepted)
    {
        if (!_fields.Contains(field))
        {
            _fields.Add(field);
        }

        var key = (field, value ?? "");
        if (!_counts.ContainsKey(key) && _counts.Keys.Count(k => k.Field == field) >= MaxValues)
        {
            key = (field, Other);
        }

        var (problems, accepted) = _counts.GetValueOrDefault(key);
        _counts[key] = (problems + 1, accepted + (isAccepted ? 1 : 0));
    }

    /// <summary>By field in the order first seen, then by value; fields that no problem has are left out.</summary>
    public IReadOnlyList<YieldRow> ToRows() =>
    [
        .. _fields
            .Where(field => _counts.Keys.Any(k => k.Field == field && k.Value.Length > 0))
            .SelectMany(field => _counts
                .Where(c => c.Key.Field == field)
                .OrderBy(c => c.Key.Value, StringComparer.Ordinal)
                .Select(c => new YieldRow(field, c.Key.Value, c.Value.Problems, c.Value.Accepted))),
    ];
}
