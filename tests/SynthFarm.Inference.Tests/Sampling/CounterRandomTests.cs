using SynthFarm.Inference.Sampling;

namespace SynthFarm.Inference.Tests.Sampling;

public class CounterRandomTests
{
    [Fact]
    public void Numbers_are_frozen()
    {
        // Part of the product: equal seeds give equal corpora. If this fails, every result of every run changes.
        Assert.Equal([Golden0, Golden1, Golden2], new[] { CounterRandom.Bits(0, 0), CounterRandom.Bits(1, 0), CounterRandom.Bits(0, 1) });
    }

    [Fact]
    public void Neighbouring_seeds_and_counters_are_uniform_and_unrelated()
    {
        foreach (Func<int, double> draw in new Func<int, double>[] { i => CounterRandom.Uniform(5, (ulong)i), i => CounterRandom.Uniform((ulong)i, 5) })
        {
            double[] numbers = [.. Enumerable.Range(0, 100_000).Select(draw)];
            Assert.All(numbers, number => Assert.InRange(number, 0, 0.9999999999999999));
            double chi = numbers.GroupBy(number => (int)(number * 100)).Sum(bin => Math.Pow(bin.Count() - 1000, 2) / 1000);
            Assert.InRange(chi, 99 - 5 * 14.1, 99 + 5 * 14.1);
            double mean = numbers.Average();
            double correlation = numbers.Zip(numbers.Skip(1), (a, b) => (a - mean) * (b - mean)).Average() * 12;
            Assert.InRange(correlation, -0.016, 0.016);
        }
    }

    private const ulong Golden0 = 0xA706DD2F4D197E6F;
    private const ulong Golden1 = 0x5E41AB087439611E;
    private const ulong Golden2 = 0xB382A305F4414F5E;
}
