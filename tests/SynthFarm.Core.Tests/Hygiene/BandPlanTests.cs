using SynthFarm.Core.Hygiene.Duplicates;

namespace SynthFarm.Core.Tests.Hygiene;

public class BandPlanTests
{
    [Theory]
    [InlineData(0.8, 6, 21)]
    [InlineData(0.5, 3, 42)]
    [InlineData(0.3, 2, 64)]
    [InlineData(1.0, 128, 1)]
    public void Plan_takes_the_longest_bands_that_find_99_percent(double threshold, int rows, int bands)
    {
        var plan = BandPlan.For(threshold);

        Assert.Equal(new BandPlan(rows, bands), plan);
        Assert.True(plan.Recall(threshold) >= 0.99);
    }

    [Fact]
    public void S_curve_is_the_formula()
    {
        // 1 - (1 - 0.8^6)^21 = 1 - 0.737856^21.
        Assert.Equal(0.998312, new BandPlan(6, 21).Recall(0.8), 5);
        Assert.Equal(0.281590, new BandPlan(6, 21).Recall(0.5), 5);
        Assert.Equal(0, new BandPlan(6, 21).Recall(0));
    }
}
