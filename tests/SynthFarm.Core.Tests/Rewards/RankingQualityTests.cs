using SynthFarm.Core.Rewards.Quality;

namespace SynthFarm.Core.Tests.Rewards;

public class RankingQualityTests
{
    // Right: 0.9, 0.6, 0.4. Wrong: 0.6, 0.2.
    private static readonly ScoredStep[] Steps =
    [
        new(0.9f, true, false), new(0.6f, true, false), new(0.6f, false, false), new(0.4f, true, true), new(0.2f, false, true),
    ];

    [Fact]
    public void AreaUnderCurve_counts_ordered_pairs_and_half_of_ties() =>
        // Pairs: 0.9 beats both; 0.6 ties one and beats one; 0.4 loses one and beats one: (2 + 1.5 + 1) / 6.
        Assert.Equal(4.5 / 6, RankingQuality.AreaUnderCurve(Steps), 12);

    [Fact]
    public void AreaUnderCurve_is_undefined_for_one_class() =>
        Assert.True(double.IsNaN(RankingQuality.AreaUnderCurve([new(0.5f, true, false)])));

    [Fact]
    public void F1_matches_the_hand_computed_values()
    {
        // At 0.6: hits 2, one false alarm, one miss: 4 / 6. At 0.4: hits 3, one false alarm: 6 / 7.
        Assert.Equal(4.0 / 6, RankingQuality.F1(Steps, 0.6f), 12);
        Assert.Equal(6.0 / 7, RankingQuality.F1(Steps, 0.4f), 12);
        Assert.Equal(0.4f, RankingQuality.BestThreshold(Steps));
        Assert.Equal(0, RankingQuality.F1(Steps, 2f));
    }
}
