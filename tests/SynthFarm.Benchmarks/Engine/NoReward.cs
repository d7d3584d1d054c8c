using SynthFarm.Core.Models;

namespace SynthFarm.Benchmarks.Engine;

/// <summary>A double that costs nothing, so that a run's time is the policy's and the pipeline's: by the tokens, so that a search has a choice.</summary>
internal sealed class NoReward : IProcessRewardModel
{
    public string Identity => "no-reward@000000000000";

    public Task<IReadOnlyList<StepReward>> ScoreAsync(RewardRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StepReward>>([.. request.Candidates.Select(candidate => new StepReward(candidate.TokenIds.Sum() % 97 / 97f))]);
}
