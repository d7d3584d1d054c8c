using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection.Mixture;

/// <summary>
/// The topics of the rows. The largest stand for themselves, in ordinal order of their names and before the one for the rest; when there are more than may be told apart,
/// the rest is one topic, so that free text in the field costs neither memory nor time.
/// </summary>
public sealed class TopicTable
{
    /// <summary>The name of all topics beyond the most that are told apart.</summary>
    public const string Other = "(other)";

    private readonly Dictionary<string, int> _indexes;

    /// <param name="candidates">All rows.</param>
    /// <param name="maxTopics">Most topics that are told apart.</param>
    public TopicTable(IEnumerable<SelectionCandidate> candidates, int maxTopics)
    {
        var byName = candidates.GroupBy(c => c.Topic, StringComparer.Ordinal).Select(g => (g.Key, Rows: g.LongCount())).ToList();
        var kept = byName.OrderByDescending(t => t.Rows).ThenBy(t => t.Key, StringComparer.Ordinal).Take(maxTopics).Select(t => t.Key);
        var names = kept.Order(StringComparer.Ordinal).ToList();
        if (byName.Count > maxTopics && !names.Contains(Other))
        {
            names.Add(Other);
        }

        Names = names;
        _indexes = names.Select((name, i) => (name, i)).ToDictionary(t => t.name, t => t.i, StringComparer.Ordinal);
    }

    /// <summary>The topics' names; empty for rows without one.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The position of a row's topic in <see cref="Names"/>.</summary>
    public int IndexOf(string topic) => _indexes.TryGetValue(topic, out var index) ? index : _indexes.GetValueOrDefault(Other, -1);
}
