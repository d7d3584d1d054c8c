using System.Collections.Concurrent;
using SynthFarm.Core.Models;

namespace SynthFarm.TestKit.Models;

/// <summary>Remembers every request.</summary>
public sealed class RecordingRewardModel(IProcessRewardModel inner) : IProcessRewardModel
{
    public string Identity => inner.Identity;

    public ConcurrentQueue<RewardRequest> Requests { get; } = [];

    public Task<IReadOnlyList<StepReward>> ScoreAsync(RewardRequest request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        return inner.ScoreAsync(request, cancellationToken);
    }
}
