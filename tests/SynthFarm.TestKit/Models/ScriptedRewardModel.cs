using SynthFarm.Core.Models;

namespace SynthFarm.TestKit.Models;

/// <summary>A reward model that says what a function of the request and the candidate says.</summary>
public sealed class ScriptedRewardModel(Func<RewardRequest, StepCandidate, StepReward> script, string identity = "scripted-prm@000000000000")
    : IProcessRewardModel
{
    public string Identity { get; } = identity;

    public async Task<IReadOnlyList<StepReward>> ScoreAsync(RewardRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        return request.Candidates.Select(candidate => script(request, candidate)).ToList();
    }

    /// <summary>Scores by the characters of the candidate and its place alone: arbitrary, but the same each time.</summary>
    public static ScriptedRewardModel ByText() => new((request, candidate) =>
    {
        var sum = candidate.Text.Aggregate(request.Path.Count * 131, (hash, c) => unchecked((hash * 31) + c));
        return new StepReward((sum & 0x3FF) / 1023f);
    });
}
