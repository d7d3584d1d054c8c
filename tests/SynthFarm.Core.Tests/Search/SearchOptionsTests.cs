using SynthFarm.Core.Search;

namespace SynthFarm.Core.Tests.Search;

public class SearchOptionsTests
{
    [Fact]
    public void Every_name_creates_its_search() => Assert.All(TreeSearches.Names, name => Assert.Equal(name, TreeSearches.Create(new SearchOptions { Name = name }).Name));

    [Fact]
    public void Values_out_of_bounds_are_named_with_their_bounds()
    {
        var options = new SearchOptions
        {
            Name = "depth-first",
            Beam = new() { CorrectThreshold = 0 },
            Dvts = new() { Subtrees = 1000, SamplesPerStep = 200 },
            Mcts = new() { Branch = 0, Exploration = double.NaN, EndValue = 1.5 },
            Mctsg = new() { ConsistencyWeight = -0.5 },
            Omega = new() { Alpha = 0, Rollouts = 5000 },
        };
        Assert.Equal(
        [
            "search.name is \"depth-first\"; allowed are beam, best-of-n, dvts, mcts, mctsg, omega.",
            "search.beam.correctThreshold is 0; allowed is above 0 and at most 1.",
            "search.dvts.subtrees is 1000; times samplesPerStep it is 200000, and at most 65535 is allowed.",
            "search.mcts.branch is 0; allowed are 1 to 256.",
            "search.mcts.exploration is NaN; allowed are 0 to 100.",
            "search.mcts.endValue is 1.5; allowed are 0 to 1.",
            "search.mctsg.consistencyWeight is -0.5; allowed are 0 to 1.",
            "search.omega.alpha is 0; allowed is above 0 and at most 1.",
            "search.omega.rollouts is 5000; allowed are 1 to 1024.",
        ], options.Validate("search"));
    }

    [Fact]
    public void Budgets_out_of_bounds_are_named() => Assert.Equal(
        ["budget.maxCalls is -1; allowed is 0 (no limit) or more.", "budget.maxSeconds is 90000; allowed are 0 (no limit) to 86400."],
        new SearchBudget { MaxCalls = -1, MaxSeconds = 90_000 }.Validate("budget"));
}
