using SynthFarm.Core.Search;
using SynthFarm.Core.Search.Omega;

namespace SynthFarm.Core.Tests.Search;

public class OmegaExampleTests
{
    [Fact]
    public void Formulas_give_what_is_computed_by_hand()
    {
        var options = new OmegaOptions();
        Assert.Equal(0.5 * 0.9, OmegaRules.Q(0, 500, options), 9);
        Assert.Equal(0.7071068 * 0.9486833, OmegaRules.Q(0.5, 250, options), 6);
        Assert.Equal(1, OmegaRules.Q(1, 0, options), 9);
        Assert.Equal(0.125 * 2 / 3, OmegaRules.U(2, 4, options), 9);
    }

    [Fact]
    public async Task Bisection_finds_the_first_error_in_a_logarithm_of_looks()
    {
        // The wrong rollout is a, b, c, d, wrong. From a and b the answer can still be right, from c on it cannot.
        var next = new Dictionary<string, string[]>
        {
            [""] = ["a", "e"],
            ["e"] = ["Answer: 7"],
            ["a"] = ["b"],
            ["b"] = ["c", "f"],
            ["f"] = ["Answer: 7"],
            ["c"] = ["d"],
            ["d"] = ["Answer: 1"],
        };
        var (tree, end) = await Drawn.GrowAsync(new OmegaSearch(new OmegaOptions { Rollouts = 2, Searches = 1 }), next, []);
        Assert.Equal(SearchEnd.Complete, end);

        // Root: one of two. Positions 0 to 5: the middle is b, of whose rollouts one ends well; then c, of whose rollouts none does.
        var states = tree.Steps.Where(step => step.MonteCarloTotal > 0).Select(step => (Text: step.Text.TrimEnd('\n'), step.MonteCarloCorrect, step.MonteCarloTotal));
        Assert.Equal([("", 1, 2), ("b", 1, 2), ("c", 0, 2)], states);
        Assert.Equal([1, 0], new[] { 0, tree.Steps.First(step => step.Text == "b\n").Id }.Select(id => tree.Statistics(id).Visits));
    }

    [Fact]
    public async Task A_problem_that_is_always_or_never_solved_has_an_empty_pool()
    {
        var (easy, end) = await Drawn.GrowAsync(new OmegaSearch(new OmegaOptions { Rollouts = 4 }), new() { [""] = ["Answer: 7"] }, []);
        Assert.Equal((SearchEnd.NoFrontier, 4, 4), (end, easy.Root.MonteCarloCorrect, easy.Root.MonteCarloTotal));
        var (hard, _) = await Drawn.GrowAsync(new OmegaSearch(new OmegaOptions { Rollouts = 4 }), new() { [""] = ["a"], ["a"] = ["Answer: 1"] }, []);
        Assert.Equal((0, 4), (hard.Root.MonteCarloCorrect, hard.Root.MonteCarloTotal));
    }
}
