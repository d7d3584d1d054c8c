using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;

namespace SynthFarm.TestKit.Models;

/// <summary>What every reward model promises (<see cref="IProcessRewardModel"/>). An implementation proves itself by inheriting this suite.</summary>
public abstract class ProcessRewardModelSpec
{
    /// <summary>The model under test; may be the same instance for all tests of a class.</summary>
    protected abstract Task<IProcessRewardModel> CreateAsync();

    /// <summary>A problem the model can judge.</summary>
    protected abstract Problem Problem { get; }

    /// <summary>At least three different first steps as a policy would propose them.</summary>
    protected abstract IReadOnlyList<StepCandidate> Candidates { get; }

    /// <summary>Whether scores do not depend on what is scored beside them: true for embedded engines.</summary>
    protected virtual bool IsBatchInvariant => true;

    [Fact]
    public async Task Every_candidate_gets_one_finite_score_in_range()
    {
        var reward = await CreateAsync();
        Assert.NotEmpty(reward.Identity);
        var scores = await reward.ScoreAsync(Request(Candidates), default);
        Assert.Equal(Candidates.Count, scores.Count);
        Assert.All(scores, score => Assert.InRange(score.Score, 0f, 1f));
    }

    [Fact]
    public async Task No_candidates_get_no_scores()
    {
        var reward = await CreateAsync();
        Assert.Empty(await reward.ScoreAsync(Request([]), default));
    }

    [Fact]
    public async Task Same_request_gives_same_scores_alone_and_among_others()
    {
        var reward = await CreateAsync();
        var alone = await reward.ScoreAsync(Request(Candidates), default);
        var crowd = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            reward.ScoreAsync(Request(i == 3 ? Candidates : Candidates.Take((i % 3) + 1).ToList()), default)));
        Assert.Equal(alone, crowd[3]);
    }

    [Fact]
    public async Task Order_of_candidates_does_not_change_their_scores()
    {
        Assert.SkipUnless(IsBatchInvariant, "The model does not promise batch invariance.");
        var reward = await CreateAsync();
        var forwards = await reward.ScoreAsync(Request(Candidates), default);
        var backwards = await reward.ScoreAsync(Request(Candidates.Reverse().ToList()), default);
        Assert.Equal(forwards, backwards.Reverse());
    }

    [Fact]
    public async Task Cancelled_request_ends_as_cancelled()
    {
        var reward = await CreateAsync();
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reward.ScoreAsync(Request(Candidates), cancellation.Token));
    }

    private RewardRequest Request(IReadOnlyList<StepCandidate> candidates) =>
        new() { TreeId = "spec", Problem = Problem, Path = [], Candidates = candidates };
}
