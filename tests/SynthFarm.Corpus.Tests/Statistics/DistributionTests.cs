using SynthFarm.Core.Randomness;
using SynthFarm.Corpus.Statistics;

namespace SynthFarm.Corpus.Tests.Statistics;

public sealed class DistributionTests
{
    [Fact]
    public void Small_values_are_counted_exactly()
    {
        var d = Of(Enumerable.Range(1, 100).Select(i => (long)i));
        Assert.Equal((100, 1, 100, 50.5, 50, 90, 99), (d.Count, d.Min, d.Max, d.Mean, d.P50, d.P90, d.P99));
        Assert.Equal([new(1, 1, 1), new(2, 3, 2), new(4, 7, 4), new(8, 15, 8), new(16, 31, 16), new(32, 63, 32), new(64, 127, 37)], d.Buckets);
    }

    [Fact]
    public void Nothing_counted_gives_zeros() => Assert.Equal((0, 0, 0, 0d, 0, 0), (Of([]).Count, Of([]).Min, Of([]).Max, Of([]).Mean, Of([]).P50, Of([]).Buckets.Count));

    [Fact]
    public void Percentiles_of_any_values_are_within_one_percent()
    {
        var random = new Seed(5).CreateRandom();
        for (var round = 0; round < 50; round++)
        {
            var values = Enumerable.Range(0, random.Next(1, 500)).Select(_ => (long)(random.NextUInt64() >> random.Next(1, 63))).Order().ToList();
            var d = Of(values);
            foreach (var (share, actual) in new[] { (0.5, d.P50), (0.9, d.P90), (0.99, d.P99) })
            {
                var exact = values[(int)Math.Ceiling(share * values.Count) - 1];
                Assert.InRange(actual, exact - (exact / 100) - 1, exact);
            }

            Assert.Equal(values.Count, d.Buckets.Sum(b => b.Count));
            Assert.Equal((values[0], values[^1]), (d.Min, d.Max));
        }
    }

    private static Distribution Of(IEnumerable<long> values)
    {
        var counter = new DistributionCounter();
        foreach (var value in values)
        {
            counter.Add(value);
        }

        return counter.ToDistribution();
    }
}
