using SynthFarm.Core.Models;
using SynthFarm.Farm.Progress;

namespace SynthFarm.Farm.Models;

/// <summary>Counts what a reward model scores, shows who waits for it, and refuses what cannot be stored.</summary>
internal sealed class ObservedRewardModel(IProcessRewardModel inner, RunMeter meter) : IProcessRewardModel
{
    public string Identity => inner.Identity;

    public async Task<IReadOnlyList<StepReward>> ScoreAsync(RewardRequest request, CancellationToken cancellationToken)
    {
        using var waiting = meter.Begin(Activity.Reward);
        var rewards = await inner.ScoreAsync(request, cancellationToken).ConfigureAwait(false);
        meter.Scored(rewards.Count);
        ModelOutput.Require(rewards, Identity);
        return rewards;
    }
}
