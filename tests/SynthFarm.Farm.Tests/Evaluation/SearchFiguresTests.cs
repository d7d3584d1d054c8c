using SynthFarm.Farm.Evaluation;
using SynthFarm.Farm.Evaluation.Searches;

namespace SynthFarm.Farm.Tests.Evaluation;

public class SearchFiguresTests
{
    [Fact]
    public void Mean_over_seeds_has_the_t_interval_computed_by_hand()
    {
        // Standard deviation 0.1, two degrees of freedom: 4.303 x 0.1 / sqrt(3) = 0.24843.
        var mean = SeedMean.Of([0.4, 0.5, 0.6]);

        Assert.Equal(0.5, mean.Value, 12);
        Assert.Equal(0.24843, mean.HalfWidth, 5);
        Assert.Equal((0.25157, 0.74843), (Math.Round(mean.Low, 5), Math.Round(mean.High, 5)));
    }

    [Fact]
    public void Mean_of_one_seed_has_no_interval()
    {
        Assert.Equal(new SeedMean(0.4, double.NaN), SeedMean.Of([0.4]));
    }

    [Fact]
    public void Share_averages_the_Wilson_intervals_of_its_seeds()
    {
        // 5 of 10: 0.23659 to 0.76341; 10 of 10: 10 / 13.84146 = 0.72247 to 1.
        var share = SearchShare.Of([new Proportion(5, 10), new Proportion(10, 10)]);

        Assert.Equal(0.75, share.Seeds.Value, 12);
        Assert.Equal((0.23659 + 0.72247) / 2, share.WilsonLow, 5);
        Assert.Equal((0.76341 + 1) / 2, share.WilsonHigh, 5);
    }

    [Fact]
    public void Figures_of_a_seed_count_every_token_for_what_was_accepted()
    {
        var result = SearchSeedResult.Of(5,
        [
            new SearchOutcome(100, 3, Majority: true, Best: true, Covered: true),
            new SearchOutcome(200, 4, Majority: false, Best: true, Covered: true),
            new SearchOutcome(300, 0, Majority: false, Best: false, Covered: false),
            new SearchOutcome(400, 5, Majority: false, Best: false, Covered: true),
        ]);

        Assert.Equal((250d, 3d), (result.TokensPerProblem, result.AnswersPerProblem));
        Assert.Equal((new Proportion(1, 4), new Proportion(2, 4), new Proportion(3, 4)), (result.Majority, result.Best, result.Covered));
        Assert.Equal(3, result.AcceptedRows);
        Assert.Equal(1000d / 3, result.TokensPerAcceptedRow, 9);
    }

    [Fact]
    public void Tokens_per_row_are_infinite_where_nothing_was_accepted()
    {
        Assert.Equal(double.PositiveInfinity, SearchSeedResult.Of(5, [new SearchOutcome(100, 1, false, false, false)]).TokensPerAcceptedRow);
    }
}
