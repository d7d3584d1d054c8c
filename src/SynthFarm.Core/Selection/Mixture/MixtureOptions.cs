namespace SynthFarm.Core.Selection.Mixture;

/// <summary>How much of what topic.</summary>
public sealed record MixtureOptions
{
    /// <summary>Most entries of a list.</summary>
    public const int MaxEntries = 10_000;

    /// <summary>Where the proportions come from. Default <see cref="TopicProportions.Natural"/>.</summary>
    public TopicProportions Proportions { get; init; } = TopicProportions.Natural;

    /// <summary>
    /// Shares of topics, each 0 to 1, together at most 1; what is left over goes to the topics that are not named, as their rows fall.
    /// Default none.
    /// </summary>
    public IReadOnlyList<TopicValue> Targets { get; init; } = [];

    /// <summary>The signal of <see cref="TopicProportions.Signal"/>. Default <see cref="TopicSignalKind.Perplexity"/>.</summary>
    public TopicSignalKind Signal { get; init; } = TopicSignalKind.Perplexity;

    /// <summary>The signal's earlier values, e.g. those of the last round; a topic that is not named is compared with all rows together. Default none.</summary>
    public IReadOnlyList<TopicValue> Reference { get; init; } = [];

    /// <summary>The weights w of the rule, at least 0; 1 for topics that are not named. Default none.</summary>
    public IReadOnlyList<TopicValue> Weights { get; init; } = [];

    /// <summary>The strength alpha of the rule. Default 1. 0 to 100.</summary>
    public double Alpha { get; init; } = 1;

    /// <summary>What happens when a topic has too few rows. Default <see cref="TopicShortage.Fill"/>; without a budget always <see cref="TopicShortage.Shrink"/>.</summary>
    public TopicShortage Shortage { get; init; } = TopicShortage.Fill;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (!Enum.IsDefined(Proportions))
        {
            yield return $"{path}.proportions is {Proportions}; allowed are {string.Join(", ", Enum.GetNames<TopicProportions>())}.";
        }

        if (Proportions == TopicProportions.Targets && Targets.Count == 0)
        {
            yield return $"{path}.targets is an empty list; at least one topic is needed when {path}.proportions is targets.";
        }

        if (!Enum.IsDefined(Signal))
        {
            yield return $"{path}.signal is {Signal}; allowed are {string.Join(", ", Enum.GetNames<TopicSignalKind>())}.";
        }

        if (!Enum.IsDefined(Shortage))
        {
            yield return $"{path}.shortage is {Shortage}; allowed are {string.Join(", ", Enum.GetNames<TopicShortage>())}.";
        }

        if (!(Alpha is >= 0 and <= 100))
        {
            yield return $"{path}.alpha is {Alpha}; allowed are 0 to 100.";
        }

        // Shares as people write them, e.g. ten times 0.1, add up to a hair above 1.
        if (Targets.Sum(t => t.Value) > 1 + 1e-9)
        {
            yield return $"{path}.targets is a list whose values make {Targets.Sum(t => t.Value):0.######}; together at most 1 is allowed.";
        }

        foreach (var fault in Entries($"{path}.targets", Targets, 1).Concat(Entries($"{path}.reference", Reference, double.MaxValue)).Concat(Entries($"{path}.weights", Weights, 1e6)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Entries(string key, IReadOnlyList<TopicValue> entries, double max)
    {
        if (entries.Count > MaxEntries)
        {
            yield return $"{key} is a list of {entries.Count} topics; at most {MaxEntries} are allowed.";
        }

        if (entries.FirstOrDefault(e => !(e.Value >= 0 && e.Value <= max)) is { } wrong)
        {
            yield return $"{key} is {wrong.Value} for \"{wrong.Topic}\"; {(max == double.MaxValue ? "at least 0 is allowed" : $"allowed are 0 to {max}")}.";
        }

        if (entries.GroupBy(e => e.Topic, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            yield return $"{key} is a list that names \"{twice.Key}\" {twice.Count()} times; once is allowed.";
        }
    }
}
