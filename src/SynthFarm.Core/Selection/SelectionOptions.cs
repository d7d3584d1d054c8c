using SynthFarm.Core.Selection.Caps;
using SynthFarm.Core.Selection.Curriculum;
using SynthFarm.Core.Selection.Difficulty;
using SynthFarm.Core.Selection.Diversity;
using SynthFarm.Core.Selection.Duplicates;
using SynthFarm.Core.Selection.Filters;
using SynthFarm.Core.Selection.Mixture;
using SynthFarm.Core.Selection.Noise;
using SynthFarm.Core.Selection.Ranking;
using SynthFarm.Core.Selection.Splits;

namespace SynthFarm.Core.Selection;

/// <summary>
/// What is selected, in the order it is done: curation, filters, duplicates, caps, mixture and budget, splits, noise, curriculum. The
/// defaults keep every row but duplicates, and give an order.
/// </summary>
public sealed record SelectionOptions
{
    /// <summary>Seed of all that is left to chance. Default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>The field that is taken for a row's topic. Default <see cref="TopicField.Topic"/>.</summary>
    public TopicField TopicBy { get; init; } = TopicField.Topic;

    /// <summary>Most topics that are told apart; the smaller ones beyond count as one. Default 256. 1 to 2,048.</summary>
    public int MaxTopics { get; init; } = 256;

    /// <summary>Which of the path's rewards counts. Default <see cref="RewardField.Mean"/>.</summary>
    public RewardField RewardBy { get; init; } = RewardField.Mean;

    /// <summary>What makes a row better than another, first what counts most. Default the reward. At most 8, each once.</summary>
    public IReadOnlyList<RankCriterion> Rank { get; init; } = [RankCriterion.Reward];

    public FilterOptions Filters { get; init; } = new();

    /// <summary>Which text makes two rows the same. Default <see cref="DuplicateText.Conversation"/>.</summary>
    public DuplicateText Duplicates { get; init; } = DuplicateText.Conversation;

    public DifficultyOptions Difficulty { get; init; } = new();

    public CapOptions Caps { get; init; } = new();

    public DiversityOptions Diversity { get; init; } = new();

    public MixtureOptions Mixture { get; init; } = new();

    public BudgetOptions Budget { get; init; } = new();

    public SplitOptions Split { get; init; } = new();

    public NoiseOptions Noise { get; init; } = new();

    public CurriculumOptions Curriculum { get; init; } = new();

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (!Enum.IsDefined(TopicBy))
        {
            yield return $"{path}.topicBy is {TopicBy}; allowed are {string.Join(", ", Enum.GetNames<TopicField>())}.";
        }

        if (MaxTopics is < 1 or > 2048)
        {
            yield return $"{path}.maxTopics is {MaxTopics}; allowed are 1 to 2048.";
        }

        if (!Enum.IsDefined(RewardBy))
        {
            yield return $"{path}.rewardBy is {RewardBy}; allowed are {string.Join(", ", Enum.GetNames<RewardField>())}.";
        }

        if (Rank.Count > 8 || Rank.Distinct().Count() < Rank.Count || !Rank.All(Enum.IsDefined))
        {
            yield return $"{path}.rank is {string.Join(", ", Rank)}; allowed are at most 8 of {string.Join(", ", Enum.GetNames<RankCriterion>())}, each once.";
        }

        if (!Enum.IsDefined(Duplicates))
        {
            yield return $"{path}.duplicates is {Duplicates}; allowed are {string.Join(", ", Enum.GetNames<DuplicateText>())}.";
        }

        var sections = Filters.Validate($"{path}.filters")
            .Concat(Difficulty.Validate($"{path}.difficulty"))
            .Concat(Caps.Validate($"{path}.caps"))
            .Concat(Diversity.Validate($"{path}.diversity"))
            .Concat(Mixture.Validate($"{path}.mixture"))
            .Concat(Budget.Validate($"{path}.budget"))
            .Concat(Split.Validate($"{path}.split"))
            .Concat(Noise.Validate($"{path}.noise"))
            .Concat(Curriculum.Validate($"{path}.curriculum"));
        foreach (var fault in sections)
        {
            yield return fault;
        }
    }
}
