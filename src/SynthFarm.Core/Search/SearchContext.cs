using SynthFarm.Core.Answers;
using SynthFarm.Core.Models;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search;

/// <summary>What a search works with.</summary>
public sealed record SearchContext
{
    public required IPolicyModel Policy { get; init; }

    public required IProcessRewardModel Reward { get; init; }

    public required IAnswerChecker Answers { get; init; }

    /// <summary>Judges steps by rule where the problem's family can; null for general problems.</summary>
    public IStepChecker? Steps { get; init; }

    public required SearchBudget Budget { get; init; }

    public required SamplingOptions Sampling { get; init; }

    /// <summary>The run's seed; the search derives from it by problem, purpose and step.</summary>
    public required Seed Seed { get; init; }

    public int Round { get; init; }

    /// <summary>
    /// Whether the search has used up its time (<see cref="SearchBudget.MaxSeconds"/>), which only who has a clock can tell. Null where time
    /// has no limit.
    /// </summary>
    public Func<bool>? IsOutOfTime { get; init; }

    /// <summary>
    /// Called after each expansion with the steps it appended, in order. The search waits for it: when it returns, the steps are as
    /// durable as the caller makes them.
    /// </summary>
    public Func<IReadOnlyList<ReasoningStep>, CancellationToken, ValueTask>? ExpandedAsync { get; init; }
}
