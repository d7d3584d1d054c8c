using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.TestKit.Models;

/// <summary>What every policy model promises (<see cref="IPolicyModel"/>). An implementation proves itself by inheriting this suite.</summary>
public abstract class PolicyModelSpec
{
    private static readonly Seed Base = new(20240901);

    /// <summary>The model under test; may be the same instance for all tests of a class.</summary>
    protected abstract Task<IPolicyModel> CreateAsync();

    /// <summary>A problem the model can work on.</summary>
    protected abstract Problem Problem { get; }

    /// <summary>Whether equal requests give equal candidates whatever else runs: true for embedded engines.</summary>
    protected virtual bool HonoursSeeds => true;

    [Fact]
    public async Task Identity_names_the_weights_and_stays()
    {
        var policy = await CreateAsync();
        Assert.NotEmpty(policy.Identity);
        Assert.Equal(policy.Identity, policy.Identity);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Candidates_are_at_most_as_many_as_seeds_and_well_formed(int count)
    {
        var policy = await CreateAsync();
        var candidates = await policy.ProposeAsync(Request(count), default);
        Assert.InRange(candidates.Count, 0, count);
        Assert.All(candidates, candidate =>
        {
            Assert.InRange(candidate.TokenIds.Count, 1, 48);
            Assert.True(float.IsFinite(candidate.MeanLogProb) && candidate.MeanLogProb <= 0, $"mean log-probability {candidate.MeanLogProb}");
            Assert.True(Enum.IsDefined(candidate.Finish));
        });
    }

    [Fact]
    public async Task Token_limit_of_one_gives_candidates_of_one_token()
    {
        var policy = await CreateAsync();
        var candidates = await policy.ProposeAsync(Request(3) with { MaxTokens = 1 }, default);
        Assert.All(candidates, candidate => Assert.Single(candidate.TokenIds));
    }

    [Fact]
    public async Task Same_request_gives_same_candidates_alone_and_among_others()
    {
        Assert.SkipUnless(HonoursSeeds, "The model does not promise to honour seeds.");
        var policy = await CreateAsync();
        var alone = await policy.ProposeAsync(Request(4), default);
        var crowd = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            policy.ProposeAsync(i == 3 ? Request(4) : Request(4, offset: 100 * (i + 1)), default)));
        AssertEqual(alone, crowd[3]);
    }

    [Fact]
    public async Task A_seed_gives_the_same_candidate_whatever_seeds_stand_beside_it()
    {
        Assert.SkipUnless(HonoursSeeds, "The model does not promise to honour seeds.");
        var policy = await CreateAsync();
        var together = await policy.ProposeAsync(Request(4), default);
        for (var i = 0; i < together.Count; i++)
        {
            var single = await policy.ProposeAsync(Request(1, offset: i), default);
            AssertEqual([together[i]], single);
        }
    }

    [Fact]
    public async Task Greedy_sampling_ignores_the_seed()
    {
        Assert.SkipUnless(HonoursSeeds, "The model does not promise to honour seeds.");
        var policy = await CreateAsync();
        var candidates = await policy.ProposeAsync(Request(3) with { Sampling = SamplingOptions.Greedy }, default);
        Assert.All(candidates, candidate => AssertEqual([candidates[0]], [candidate]));
    }

    [Fact]
    public async Task A_path_is_continued_until_it_ends_or_is_cut()
    {
        var policy = await CreateAsync();
        var tree = new ReasoningTree("spec", Problem);
        for (var parent = 0; tree[parent].Depth < 8;)
        {
            var candidates = await policy.ProposeAsync(Request(1, offset: parent) with { Path = tree.PathTo(parent) }, default);
            if (candidates.Count == 0 || candidates[0].Finish != StepFinish.Delimiter)
            {
                break;
            }

            parent = tree.Append(parent, new StepDraft { Text = candidates[0].Text, TokenIds = candidates[0].TokenIds }).Id;
        }

        Assert.All(tree.Steps.Skip(1), step => Assert.NotEmpty(step.Text));
    }

    [Fact]
    public async Task A_rollout_runs_to_the_end_or_the_limit()
    {
        var policy = await CreateAsync();
        var candidates = await policy.ProposeAsync(Request(2) with { ToEnd = true, MaxTokens = 160 }, default);
        Assert.All(candidates, candidate => Assert.NotEqual(StepFinish.Delimiter, candidate.Finish));
    }

    [Fact]
    public async Task Cancelled_request_ends_as_cancelled()
    {
        var policy = await CreateAsync();
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => policy.ProposeAsync(Request(2), cancellation.Token));
    }

    private static void AssertEqual(IReadOnlyList<StepCandidate> expected, IReadOnlyList<StepCandidate> actual)
    {
        Assert.Equal(expected.Select(c => c.Text), actual.Select(c => c.Text));
        Assert.Equal(expected.Select(c => (c.Finish, c.MeanLogProb)), actual.Select(c => (c.Finish, c.MeanLogProb)));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.TokenIds, pair.Second.TokenIds));
    }

    private StepRequest Request(int count, int offset = 0) => new()
    {
        TreeId = "spec",
        Problem = Problem,
        Path = [],
        Seeds = Enumerable.Range(offset, count).Select(i => Base.Derive(Problem.Id, SeedPurpose.Step, i)).ToArray(),
        Sampling = new SamplingOptions { Temperature = 0.9 },
        MaxTokens = 48,
    };
}
