namespace SynthFarm.Core.Selection.Mixture;

/// <summary>Computes the topics' parts of the mixture.</summary>
/// <param name="options">How.</param>
/// <param name="names">The topics.</param>
/// <param name="summarise">Counts what is known of each topic and of all together; only asked where a signal is read.</param>
internal sealed class MixtureTargets(
    MixtureOptions options, IReadOnlyList<string> names, Func<(IReadOnlyList<TopicSummary> Topics, TopicSummary Total)> summarise)
{
    /// <param name="supply">Rows or tokens there are of each topic once filters, duplicates and caps are through.</param>
    public IReadOnlyList<TopicTarget> Compute(IReadOnlyList<long> supply) => options.Proportions switch
    {
        TopicProportions.Uniform => [.. Normalized([.. names.Select(_ => 1.0)])],
        TopicProportions.Targets => [.. Normalized(Given(supply))],
        TopicProportions.Signal => BySignal(options.Targets.Count > 0 ? Given(supply) : Natural(supply)),
        _ => [.. Normalized(Natural(supply))],
    };

    private static List<double> Natural(IReadOnlyList<long> supply) => [.. supply.Select(units => (double)units)];

    /// <summary>Named topics get their share; the others share what is left over, as their rows fall.</summary>
    private List<double> Given(IReadOnlyList<long> supply)
    {
        var named = options.Targets.ToDictionary(t => t.Topic, t => t.Value, StringComparer.Ordinal);
        var left = Math.Max(0, 1 - named.Values.Sum());
        var others = (double)names.Select((name, i) => named.ContainsKey(name) ? 0 : supply[i]).Sum();
        return [.. names.Select((name, i) => named.TryGetValue(name, out var share) ? share : others > 0 ? left * supply[i] / others : 0)];
    }

    private List<TopicTarget> BySignal(IReadOnlyList<double> shares)
    {
        var signal = TopicSignals.Create(options.Signal);
        var references = options.Reference.ToDictionary(t => t.Topic, t => t.Value, StringComparer.Ordinal);
        var weights = options.Weights.ToDictionary(t => t.Topic, t => t.Value, StringComparer.Ordinal);
        var (topics, total) = summarise();
        var overall = signal.Value(total);
        var targets = new List<TopicTarget>();
        foreach (var topic in topics)
        {
            var value = signal.Value(topic);
            var reference = references.TryGetValue(topic.Topic, out var earlier) ? earlier : overall;
            var change = value is { } now && reference is { } before ? signal.Change(now, before) : 0;
            targets.Add(new TopicTarget(0, value, reference, SynERule.Factor(change, weights.GetValueOrDefault(topic.Topic, 1), options.Alpha)));
        }

        var applied = shares.Sum() > 0 ? SynERule.Apply(shares, [.. targets.Select(t => t.Factor!.Value)]) : [.. shares];
        return [.. targets.Select((target, i) => target with { Share = applied[i] })];
    }

    private static IEnumerable<TopicTarget> Normalized(IReadOnlyList<double> shares)
    {
        var sum = shares.Sum();
        return shares.Select(share => new TopicTarget(sum > 0 ? share / sum : 0));
    }
}
