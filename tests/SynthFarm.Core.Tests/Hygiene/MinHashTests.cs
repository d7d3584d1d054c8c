using SynthFarm.Core.Hygiene.Duplicates;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Tests.Hygiene;

public class MinHashTests
{
    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.95)]
    public void Signatures_agree_as_often_as_sets_are_similar(double jaccard)
    {
        const int size = 400;
        var random = new StableRandom(5);
        var hashing = new MinHash(128);
        var (x, y) = (new uint[hashing.Length], new uint[hashing.Length]);
        var agreed = 0.0;
        for (var round = 0; round < 60; round++)
        {
            // Of two sets of n elements c are common: jaccard = c / (2n - c).
            var common = (int)Math.Round(2 * size * jaccard / (1 + jaccard));
            var shared = Draw(common);
            hashing.Sign([.. shared, .. Draw(size - common)], x);
            hashing.Sign([.. shared, .. Draw(size - common)], y);
            agreed += x.Zip(y).Take(128).Count(pair => pair.First == pair.Second) / 128.0;
        }

        Assert.InRange(agreed / 60, jaccard - 0.02, jaccard + 0.02);

        uint[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (uint)random.NextUInt64())];
    }

    [Fact]
    public void Signature_does_not_depend_on_the_order_or_the_vector_width()
    {
        var hashing = new MinHash(6);
        var (x, y) = (new uint[hashing.Length], new uint[hashing.Length]);
        hashing.Sign([1, 2, 3, 4], x);
        hashing.Sign([4, 3, 2, 1], y);

        Assert.Equal(x, y);
        Assert.Equal(Expected, x[..6]);
    }

    private static readonly uint[] Expected = [747789344, 170399130, 577065085, 1543815316, 355717545, 855932802];
}
