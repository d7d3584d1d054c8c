using SynthFarm.Core.Selection.Mixture;

namespace SynthFarm.Core.Tests.Selection;

public class SynERuleTests
{
    [Fact]
    public void Shares_follow_the_factors_as_computed_by_hand()
    {
        // f = 1 + alpha * change * weight, with alpha 2: 1.4, 1 and 0.5; 0.5 * 1.4 + 0.3 * 1 + 0.2 * 0.5 = 1.1.
        double[] factors = [SynERule.Factor(0.2, 1, 2), SynERule.Factor(0, 1, 2), SynERule.Factor(-0.5, 0.5, 2)];
        Assert.Equal([1.4, 1, 0.5], factors);
        var shares = SynERule.Apply([0.5, 0.3, 0.2], factors);
        Assert.Equal([7 / 11.0, 3 / 11.0, 1 / 11.0], shares, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void A_perplexity_that_rose_gets_more_and_one_that_fell_less()
    {
        // The three topics of the paper's figure: 1.26 to 1.32, 1.82 to 1.45, 1.54 to 1.60.
        var signal = TopicSignals.Create(TopicSignalKind.Perplexity);
        var changes = new[] { (1.32, 1.26), (1.45, 1.82), (1.60, 1.54) }.Select(p => signal.Change(p.Item1, p.Item2)).ToList();
        Assert.Equal(0.06 / 1.26, changes[0], 1e-12);
        var shares = SynERule.Apply([1 / 3.0, 1 / 3.0, 1 / 3.0], [.. changes.Select(c => SynERule.Factor(c, 1, 1))]);
        Assert.True(shares[0] > 1 / 3.0 && shares[1] < 1 / 3.0 && shares[2] > 1 / 3.0);
        Assert.Equal(1, shares.Sum(), 1e-12);
    }

    [Fact]
    public void A_factor_is_never_negative_and_without_any_the_shares_stay()
    {
        Assert.Equal(0, SynERule.Factor(-3, 1, 1));
        Assert.Equal([0.75, 0.25], SynERule.Apply([3, 1], [0, 0]));
    }

    [Theory]
    [InlineData(TopicSignalKind.PassRate, 0.2, 0.5, 0.3)]
    [InlineData(TopicSignalKind.Yield, 0.9, 0.5, -0.4)]
    [InlineData(TopicSignalKind.Perplexity, 3, 2, 0.5)]
    public void A_signal_is_above_0_where_the_topic_got_worse(TopicSignalKind kind, double value, double reference, double change)
        => Assert.Equal(change, TopicSignals.Create(kind).Change(value, reference), 1e-12);
}
