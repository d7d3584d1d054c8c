namespace SynthFarm.Core.Models;

/// <summary>Scores every step 0.5: for searches that need no guidance, such as drawing rollouts to train a reward model from.</summary>
public sealed class UniformRewardModel : IProcessRewardModel
{
    public string Identity => "uniform";

    public Task<IReadOnlyList<StepReward>> ScoreAsync(RewardRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<StepReward>>(request.Candidates.Select(_ => new StepReward(0.5f)).ToList());
    }
}
