using SynthFarm.Core.Randomness;
using SynthFarm.Farm.Evaluation.Searches;

namespace SynthFarm.Farm.Tests.Evaluation;

public class SizeMatchingTests
{
    [Fact]
    public async Task Match_mixes_the_neighbours_of_a_budget_as_computed_by_hand()
    {
        // 2 costs 200, 3 costs 300: for 260 six of ten problems get 3.
        var matched = await Linear(100).MatchAsync(260, TestContext.Current.CancellationToken);

        Assert.Equal((2, 3, 260d), (matched.Small, matched.Large, matched.Tokens));
        Assert.Equal(0.6, matched.Share, 12);
        Assert.Equal(2.6, matched.Mean, 12);
    }

    [Fact]
    public async Task Match_below_the_smallest_size_tells_what_that_costs()
    {
        Assert.Equal(new MatchedSize(1, 1, 0, 100), await Linear(100).MatchAsync(60, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Match_beyond_the_largest_size_tells_what_that_costs()
    {
        Assert.Equal(new MatchedSize(20, 20, 0, 2000), await Linear(100, maxSize: 20).MatchAsync(5000, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Match_of_a_search_that_has_nothing_left_to_spend_on_ends()
    {
        var matching = new SizeMatching((size, _) => Task.FromResult(100d * Math.Min(size, 8)), 100_000);

        Assert.Equal(new MatchedSize(8, 8, 0, 800), await matching.MatchAsync(5000, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Match_of_a_search_that_never_costs_anything_ends()
    {
        var matching = new SizeMatching((_, _) => Task.FromResult(0d), 64);

        Assert.Equal(0, (await matching.MatchAsync(100, TestContext.Current.CancellationToken)).Tokens);
    }

    [Fact]
    public async Task Match_meets_any_budget_of_any_rising_curve_and_measures_no_size_twice()
    {
        for (var seed = 1ul; seed <= 200; seed++)
        {
            var random = new StableRandom(seed);
            var exponent = 0.5 + random.NextDouble();
            var scale = 5 + (50 * random.NextDouble());
            double Cost(int size) => scale * Math.Pow(size, exponent);
            var asked = new List<int>();
            var matching = new SizeMatching((size, _) => { asked.Add(size); return Task.FromResult(Cost(size)); }, 100_000);
            foreach (var budget in new[] { 100d, 400, 1600 })
            {
                var matched = await matching.MatchAsync(budget, TestContext.Current.CancellationToken);
                Assert.InRange(matched.Share, 0, 1);
                Assert.Equal(budget, ((1 - matched.Share) * Cost(matched.Small)) + (matched.Share * Cost(matched.Large)), 6);
                Assert.True(matched.Large == matched.Small + 1 || Cost(matched.Large) - Cost(matched.Small) <= 0.02 * budget);
            }

            Assert.Equal(asked.Distinct().Count(), asked.Count);
            Assert.InRange(asked.Count, 1, 60);
        }
    }

    private static SizeMatching Linear(double cost, int maxSize = 4096) => new((size, _) => Task.FromResult(cost * size), maxSize);
}
