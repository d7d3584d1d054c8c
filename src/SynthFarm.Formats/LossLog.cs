namespace SynthFarm.Formats;

/// <summary>Counts what could not be kept. Names of fields from files are bounded: the rest are counted together.</summary>
internal sealed class LossLog
{
    private const int MaxFields = 200;
    private const string Others = "(other fields)";

    private readonly SortedDictionary<(string Field, string Reason), long> _counts = new();

    public IReadOnlyList<Loss> Losses => [.. _counts.Select(pair => new Loss(pair.Key.Field, pair.Value, pair.Key.Reason))];

    public void Add(string field, string reason, long count = 1)
    {
        if (count == 0)
        {
            return;
        }

        var key = (Json.FieldName.Of(field), reason);
        key = _counts.ContainsKey(key) || _counts.Count < MaxFields ? key : (Others, reason);
        _counts[key] = _counts.GetValueOrDefault(key) + count;
    }
}
