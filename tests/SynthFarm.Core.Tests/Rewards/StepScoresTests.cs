using SynthFarm.Core.Rewards;

namespace SynthFarm.Core.Tests.Rewards;

public class StepScoresTests
{
    [Theory]
    [InlineData(StepScoreAggregation.Last, 0.75)]
    [InlineData(StepScoreAggregation.Minimum, 0.25)]
    [InlineData(StepScoreAggregation.Product, 0.09375)] // 0.5 * 0.25 * 0.75
    [InlineData(StepScoreAggregation.Mean, 0.5)] // 1.5 / 3
    public void Three_scores_give_what_was_computed_by_hand(StepScoreAggregation aggregation, double expected) =>
        Assert.Equal(expected, StepScores.Aggregate([0.5f, 0.25f, 0.75f], aggregation));

    [Theory]
    [InlineData(StepScoreAggregation.Last)]
    [InlineData(StepScoreAggregation.Minimum)]
    [InlineData(StepScoreAggregation.Product)]
    [InlineData(StepScoreAggregation.Mean)]
    public void One_score_stands_for_itself(StepScoreAggregation aggregation) =>
        Assert.Equal(0.625, StepScores.Aggregate([0.625f], aggregation));

    [Fact]
    public void Empty_paths_and_scores_out_of_range_are_errors()
    {
        Assert.Throws<ArgumentException>(() => StepScores.Aggregate([], StepScoreAggregation.Mean));
        Assert.Throws<ArgumentException>(() => StepScores.Aggregate([0.5f, 1.5f], StepScoreAggregation.Mean));
        Assert.Throws<ArgumentException>(() => StepScores.Aggregate([float.NaN], StepScoreAggregation.Last));
    }
}
