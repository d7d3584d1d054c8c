using SynthFarm.Core.Models;
using SynthFarm.Core.Randomness;
using SynthFarm.Farm.Evaluation.Searches;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Farm.Tests.Evaluation;

public class SearchComparisonTests
{
    [Fact]
    public async Task Every_search_spends_about_the_budget_and_says_what_it_spent()
    {
        var report = await CompareAsync(new SearchComparisonOptions { Budgets = [1500, 3000], Seeds = 2 });

        Assert.Equal(SearchSizes.Names.Select(name => (name, 1500)).Concat(SearchSizes.Names.Select(name => (name, 3000))), report.Results.Select(r => (r.Search, r.Budget)));
        foreach (var result in report.Results.Where(result => result.Size.Tokens == result.Budget))
        {
            Assert.InRange(result.Tokens.Value, 0.9 * result.Budget, 1.1 * result.Budget);
        }

        Assert.All(new[] { "best-of-n", "beam", "dvts" }, search => Assert.All(report.Results.Where(r => r.Search == search), r => Assert.Equal(r.Budget, r.Size.Tokens)));
        Assert.Equal([5ul, 6ul], report.Results[0].Seeds.Select(seed => seed.Seed));
        Assert.NotEqual(report.Results[0].Seeds[0].TokensPerProblem, report.Results[0].Seeds[1].TokensPerProblem);
        Assert.All(report.Results, r => Assert.True(r.Covered.Seeds.Value >= Math.Max(r.Majority.Seeds.Value, r.Best.Seeds.Value)));
    }

    [Fact]
    public async Task Figures_are_the_same_at_any_concurrency()
    {
        var options = new SearchComparisonOptions { Budgets = [1500], Seeds = 1, Searches = ["beam", "mctsg"] };

        var one = await CompareAsync(options with { Concurrency = 1 });
        var many = await CompareAsync(options with { Concurrency = 16 });

        Assert.Equal(one.Results.Select(r => (r.Size, r.Seeds[0])), many.Results.Select(r => (r.Size, r.Seeds[0])));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.3, 12)]
    [InlineData(1, 40)]
    public void The_larger_size_goes_to_exactly_its_share_whatever_the_order(double share, int expected)
    {
        var problems = Some.Problems(40);
        var larger = SearchComparison.Larger(problems, share, new Seed(5));
        var reversed = SearchComparison.Larger([.. problems.Reverse()], share, new Seed(5));

        Assert.Equal(expected, larger.Count(isLarger => isLarger));
        Assert.Equal(larger, reversed.Reverse());
    }

    private static Task<SearchComparisonReport> CompareAsync(SearchComparisonOptions options)
    {
        var problems = Some.Problems(100);
        var reward = new ScriptedRewardModel((_, candidate) => new StepReward(0.2f + (0.01f * (candidate.Text.Length % 50))));
        return new SearchComparison(ScriptedPolicyModel.Wandering(), reward, [.. problems.Take(60)], [.. problems.Skip(60)], options)
            .RunAsync(progress: null, TestContext.Current.CancellationToken);
    }
}
