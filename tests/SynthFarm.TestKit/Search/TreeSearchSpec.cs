using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search;
using SynthFarm.TestKit.Models;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.TestKit.Search;

/// <summary>What every search promises (<see cref="ITreeSearch"/>). An implementation proves itself by inheriting this suite.</summary>
public abstract class TreeSearchSpec
{
    /// <summary>The search under test.</summary>
    protected abstract ITreeSearch Create();

    /// <summary>A policy the search gets along with; one that answers after a few steps, sometimes rightly.</summary>
    protected virtual IPolicyModel Policy => ScriptedPolicyModel.Wandering();

    protected virtual IProcessRewardModel Reward => ScriptedRewardModel.ByText();

    [Fact]
    public async Task Growing_twice_gives_the_same_tree()
    {
        var (first, second) = (NewTree(), NewTree());
        var ends = (await Create().GrowAsync(first, Context(), default), await Create().GrowAsync(second, Context(), default));
        Assert.Equal(ends.Item1, ends.Item2);
        Assert.Equal(TreeText.Describe(first, withStatistics: true), TreeText.Describe(second, withStatistics: true));
    }

    [Theory]
    [InlineData("usual")]
    [InlineData("fewer")]
    [InlineData("repeating")]
    [InlineData("budget")]
    [InlineData("calls")]
    public async Task Resuming_after_any_expansion_gives_the_same_tree_and_generates_nothing_again(string kind)
    {
        var asked = kind switch { "fewer" => new StingyPolicy(Policy), "repeating" => Repeating(), _ => Policy };
        var budget = kind switch { "budget" => new SearchBudget { MaxTokens = 500 }, "calls" => new SearchBudget { MaxCalls = 7 }, _ => new SearchBudget() };
        var whole = NewTree();
        var sizes = new List<int> { 0 };
        var recorded = new RecordingPolicyModel(asked);
        var end = await Create().GrowAsync(whole, Context(recorded) with { Budget = budget, ExpandedAsync = Count(whole, sizes) }, default);
        Assert.Equal(whole.Count - 1, sizes[^1]);
        foreach (var size in sizes)
        {
            var resumed = TreeText.Prefix(whole, size);
            var before = resumed.GeneratedTokens;
            var policy = new RecordingPolicyModel(asked);
            Assert.Equal(end, await Create().GrowAsync(resumed, Context(policy) with { Budget = budget }, default));
            Assert.Equal(TreeText.Describe(whole, withStatistics: true), TreeText.Describe(resumed, withStatistics: true));
            Assert.Equal(recorded.Tokens - before, policy.Tokens);
        }
    }

    [Fact]
    public async Task Every_step_is_reported_once_and_in_order()
    {
        var tree = NewTree();
        var reported = new List<int>();
        await Create().GrowAsync(tree, Context() with
        {
            ExpandedAsync = (steps, _) =>
            {
                reported.AddRange(steps.Select(step => step.Id));
                return ValueTask.CompletedTask;
            },
        }, default);
        Assert.Equal(Enumerable.Range(1, tree.Count - 1), reported);
    }

    [Fact]
    public async Task A_report_that_throws_stops_the_search()
    {
        var tree = NewTree();
        await Assert.ThrowsAsync<IOException>(() => Create().GrowAsync(tree, Context() with { ExpandedAsync = (_, _) => throw new IOException("disk full") }, default));
        Assert.True(tree.Count > 1);
    }

    [Fact]
    public async Task Many_trees_grow_at_once_without_touching_each_other()
    {
        var search = Create();
        var problems = Some.Problems(12);
        var alone = new List<string>();
        foreach (var problem in problems)
        {
            var tree = NewTree(problem);
            await search.GrowAsync(tree, Context(), default);
            alone.Add(TreeText.Describe(tree));
        }

        var together = await Task.WhenAll(problems.Select(async problem =>
        {
            var tree = NewTree(problem);
            await search.GrowAsync(tree, Context(), default);
            return TreeText.Describe(tree);
        }));
        Assert.Equal(alone, together);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(400)]
    public async Task Token_budget_is_exceeded_by_at_most_one_call(int maxTokens)
    {
        var tree = NewTree();
        var largestCall = 0L;
        var policy = new LargestCall(Policy, tokens => largestCall = Math.Max(largestCall, tokens));
        var context = Context(policy) with { Budget = new SearchBudget { MaxTokens = maxTokens } };
        await Create().GrowAsync(tree, context, default);
        Assert.True(tree.GeneratedTokens <= maxTokens - 1 + largestCall, $"{tree.GeneratedTokens} tokens with a budget of {maxTokens}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    public async Task Step_budget_is_exceeded_by_at_most_one_call(int maxSteps)
    {
        var tree = NewTree();
        var largest = 0;
        var end = await Create().GrowAsync(tree, Context() with
        {
            Budget = new SearchBudget { MaxSteps = maxSteps },
            ExpandedAsync = (steps, _) =>
            {
                largest = Math.Max(largest, steps.Count);
                return ValueTask.CompletedTask;
            },
        }, default);
        Assert.True(tree.Count - 1 <= maxSteps - 1 + largest, $"{tree.Count - 1} steps with a budget of {maxSteps}");
        Assert.Equal(SearchEnd.StepBudget, end);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Call_budget_is_kept(int maxCalls)
    {
        var policy = new RecordingPolicyModel(Policy);
        var end = await Create().GrowAsync(NewTree(), Context(policy) with { Budget = new SearchBudget { MaxCalls = maxCalls } }, default);
        Assert.Equal(maxCalls, policy.Requests.Count);
        Assert.Equal(SearchEnd.CallBudget, end);
    }

    [Fact]
    public async Task A_search_that_is_out_of_time_ends_before_its_next_call()
    {
        var tree = NewTree();
        var policy = new RecordingPolicyModel(Policy);
        var end = await Create().GrowAsync(tree, Context(policy) with { IsOutOfTime = () => tree.Count > 1 }, default);
        Assert.Equal(SearchEnd.TimeBudget, end);
        Assert.Single(policy.Requests);
    }

    [Fact]
    public async Task A_policy_that_never_ends_is_ended_by_a_budget()
    {
        var end = await Create().GrowAsync(NewTree(), Context(Endless()) with { Budget = new SearchBudget { MaxTokens = 300, MaxDepth = 1000 } }, default);
        Assert.Equal(SearchEnd.TokenBudget, end);
    }

    [Fact]
    public async Task Repeated_steps_end_their_paths()
    {
        var tree = NewTree();
        await Create().GrowAsync(tree, Context(Repeating()), default);
        Assert.All(tree.Steps.Where(step => step.Depth > 1), step => Assert.Equal(step.Text == tree[step.ParentId].Text, step.Terminal == TerminalKind.Degenerate));
    }

    [Fact]
    public async Task A_policy_that_gives_more_than_asked_is_refused()
    {
        var error = await Assert.ThrowsAsync<ModelException>(() => Create().GrowAsync(NewTree(), Context(new LavishPolicy()), default));
        Assert.Contains("were asked for", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Depth_budget_is_kept()
    {
        var tree = NewTree();
        var end = await Create().GrowAsync(tree, Context(Endless()) with { Budget = new SearchBudget { MaxDepth = 3, MaxTokens = 100_000, MaxSteps = 10_000 } }, default);
        Assert.Equal(3, tree.Steps.Max(step => step.Depth));
        Assert.Equal(SearchEnd.DepthBudget, end);
    }

    [Fact]
    public async Task A_policy_with_nothing_to_say_ends_the_search()
    {
        var tree = NewTree();
        await Create().GrowAsync(tree, Context(new SilentPolicy()), default);
        Assert.Equal(1, tree.Count);
    }

    [Fact]
    public async Task Empty_steps_end_their_paths()
    {
        var tree = NewTree();
        var empty = new ScriptedPolicyModel((_, _) => ScriptedPolicyModel.Candidate("\n", StepFinish.Delimiter));
        await Create().GrowAsync(tree, Context(empty), default);
        Assert.All(tree.Steps.Skip(1), step => Assert.Equal(TerminalKind.Degenerate, step.Terminal));
    }

    [Fact]
    public async Task A_reward_model_that_fails_is_let_through()
    {
        var failing = new ScriptedRewardModel((_, _) => throw new ModelException("no scores today"));
        var error = await Assert.ThrowsAsync<ModelException>(() => Create().GrowAsync(NewTree(), Context() with { Reward = failing }, default));
        Assert.Equal("no scores today", error.Message);
    }

    [Fact]
    public async Task Cancellation_stops_the_search()
    {
        using var cancellation = new CancellationTokenSource();
        var tree = NewTree();
        var context = Context() with { ExpandedAsync = async (_, _) => await cancellation.CancelAsync() };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Create().GrowAsync(tree, context, cancellation.Token));
    }

    protected SearchContext Context(IPolicyModel? policy = null) => new()
    {
        Policy = policy ?? Policy,
        Reward = Reward,
        Answers = new StatedAnswerChecker(),
        Budget = new SearchBudget(),
        Sampling = new SamplingOptions(),
        Seed = new Seed(5),
    };

    private static ScriptedPolicyModel Endless() => new((_, seed) => ScriptedPolicyModel.Candidate($"On {seed.Value % 97}.\n", StepFinish.Delimiter));

    /// <summary>Has two things to say, and an answer now and then.</summary>
    private static ScriptedPolicyModel Repeating() => new((request, seed) => seed.Value % 7 == 0
        ? ScriptedPolicyModel.Candidate($"Answer: {(seed.Value % 2 == 0 ? request.Problem.Answer : "0")}", StepFinish.EndOfText)
        : ScriptedPolicyModel.Candidate(seed.Value % 3 == 0 ? "Again.\n" : "And again.\n", StepFinish.Delimiter));

    private static ReasoningTree NewTree(Problem? problem = null)
    {
        problem ??= Some.Problem();
        return new ReasoningTree(ReasoningTreeId.Create(problem.ContentHash, "spec", 0, 0), problem);
    }

    private static Func<IReadOnlyList<ReasoningStep>, CancellationToken, ValueTask> Count(ReasoningTree tree, List<int> sizes) => (_, _) =>
    {
        sizes.Add(tree.Count - 1);
        return ValueTask.CompletedTask;
    };

    private sealed class LargestCall(IPolicyModel inner, Action<long> seen) : IPolicyModel
    {
        public string Identity => inner.Identity;

        public async Task<IReadOnlyList<StepCandidate>> ProposeAsync(StepRequest request, CancellationToken cancellationToken)
        {
            var candidates = await inner.ProposeAsync(request, cancellationToken);
            seen(candidates.Sum(candidate => (long)candidate.TokenIds.Count));
            return candidates;
        }
    }

    private sealed class SilentPolicy : IPolicyModel
    {
        public string Identity => "silent@000000000000";

        public Task<IReadOnlyList<StepCandidate>> ProposeAsync(StepRequest request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<StepCandidate>>([]);
    }

    /// <summary>Gives one candidate fewer than asked, and from time to time none.</summary>
    private sealed class StingyPolicy(IPolicyModel inner) : IPolicyModel
    {
        public string Identity => inner.Identity;

        public async Task<IReadOnlyList<StepCandidate>> ProposeAsync(StepRequest request, CancellationToken cancellationToken)
        {
            var candidates = await inner.ProposeAsync(request, cancellationToken);
            return candidates.Take(request.Seeds[0].Value % 5 == 0 ? 0 : Math.Max(1, candidates.Count - 1)).ToList();
        }
    }

    private sealed class LavishPolicy : IPolicyModel
    {
        public string Identity => "lavish@000000000000";

        public Task<IReadOnlyList<StepCandidate>> ProposeAsync(StepRequest request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<StepCandidate>>(
                [.. Enumerable.Range(0, request.Seeds.Count + 1).Select(i => ScriptedPolicyModel.Candidate($"Step {i}.\n", StepFinish.Delimiter))]);
    }
}
