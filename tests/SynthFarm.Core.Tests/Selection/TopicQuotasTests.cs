using SynthFarm.Core.Randomness;
using SynthFarm.Core.Selection.Mixture;

namespace SynthFarm.Core.Tests.Selection;

public class TopicQuotasTests
{
    [Fact]
    public void A_short_topic_is_filled_up_from_the_others_in_their_proportions()
    {
        // 50, 30 and 20 are wanted, 20 of the first are there: 80 are left for 0.3 and 0.2, which are 48 and 32.
        Assert.Equal([20, 48, 32], TopicQuotas.Allocate(100, [0.5, 0.3, 0.2], [20, 100, 100], TopicShortage.Fill));
    }

    [Fact]
    public void A_short_topic_shrinks_the_whole_when_asked_to()
    {
        // 20 rows are half of 40.
        Assert.Equal([20, 12, 8], TopicQuotas.Allocate(100, [0.5, 0.3, 0.2], [20, 100, 100], TopicShortage.Shrink));
        Assert.Equal([20, 12, 8], TopicQuotas.Allocate(null, [0.5, 0.3, 0.2], [20, 100, 100], TopicShortage.Fill));
    }

    [Fact]
    public void A_topic_without_rows_or_without_a_share_gets_nothing_and_stops_nothing()
    {
        Assert.Equal([0, 6, 4, 0], TopicQuotas.Allocate(10, [0.5, 0.3, 0.2, 0], [0, 100, 100, 100], TopicShortage.Shrink));
        Assert.Equal([0, 0], TopicQuotas.Allocate(10, [1, 0], [0, 5], TopicShortage.Fill));
    }

    [Fact]
    public void Proportions_hold_within_a_row_where_supply_allows()
    {
        var random = new Seed(2).CreateRandom();
        for (var round = 0; round < 500; round++)
        {
            var count = random.Next(1, 20);
            var shares = Enumerable.Range(0, count).Select(_ => random.NextDouble()).ToList();
            var supply = Enumerable.Range(0, count).Select(_ => (long)random.Next(0, 500)).ToList();
            long? total = random.Next(4) == 0 ? null : random.Next(1, 3000);
            var shortage = random.Next(2) == 0 ? TopicShortage.Fill : TopicShortage.Shrink;
            var quotas = TopicQuotas.Allocate(total, shares, supply, shortage);

            Assert.All(quotas.Index(), q => Assert.InRange(q.Item, 0, supply[q.Index]));
            var enough = Enumerable.Range(0, count).Where(i => quotas[i] < supply[i]).ToList();
            var (dealt, sum) = (enough.Sum(i => quotas[i]), enough.Sum(i => shares[i]));
            Assert.All(enough, i => Assert.InRange(quotas[i] - (dealt * (shares[i] / sum)), -1.000001, 1.000001));
            if (total is { } wanted && shortage == TopicShortage.Fill)
            {
                Assert.Equal(Math.Min(wanted, supply.Sum()), quotas.Sum());
            }
        }
    }
}
