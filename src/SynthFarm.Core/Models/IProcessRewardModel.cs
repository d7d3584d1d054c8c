namespace SynthFarm.Core.Models;

/// <summary>Scores reasoning steps.</summary>
/// <remarks>
/// May be called concurrently. Returns exactly one reward per candidate, in order, each score finite and in [0, 1]; anything else is a
/// <see cref="ModelException"/>. Pure: the same request gives the same scores.
/// </remarks>
public interface IProcessRewardModel
{
    /// <summary>Name and hash of the weights, e.g. <c>tiny-prm@88ab41e0c92f</c>.</summary>
    string Identity { get; }

    Task<IReadOnlyList<StepReward>> ScoreAsync(RewardRequest request, CancellationToken cancellationToken);
}
