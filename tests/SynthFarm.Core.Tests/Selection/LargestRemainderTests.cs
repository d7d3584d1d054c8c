using SynthFarm.Core.Randomness;
using SynthFarm.Core.Selection.Mixture;

namespace SynthFarm.Core.Tests.Selection;

public class LargestRemainderTests
{
    [Fact]
    public void Units_are_dealt_as_computed_by_hand()
    {
        Assert.Equal([3, 2, 5], LargestRemainder.Apportion(10, [0.25, 0.25, 0.5]));
        Assert.Equal([3, 2, 2], LargestRemainder.Apportion(7, [1, 1, 1]));

        // 21 * 0.21 = 4.41, 21 * 0.33 = 6.93, 21 * 0.46 = 9.66: the two missing units go to .93 and .66.
        Assert.Equal([4, 7, 10], LargestRemainder.Apportion(21, [0.21, 0.33, 0.46]));
        Assert.Equal([0, 5], LargestRemainder.Apportion(5, [0, 2]));
        Assert.Equal([0, 0], LargestRemainder.Apportion(5, [0, 0]));
    }

    [Fact]
    public void Everything_is_dealt_and_nobody_is_off_by_one_unit()
    {
        var random = new Seed(1).CreateRandom();
        for (var round = 0; round < 500; round++)
        {
            var shares = Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(3) == 0 ? 0 : random.NextDouble() * Math.Pow(10, random.Next(-6, 6))).ToList();
            if (shares.Sum() == 0)
            {
                continue;
            }

            var total = random.Next(0, 1_000_000);
            var units = LargestRemainder.Apportion(total, shares);
            Assert.Equal(total, units.Sum());
            Assert.All(units.Index(), u => Assert.InRange(u.Item - (total * (shares[u.Index] / shares.Sum())), -1, 1));
            Assert.All(units.Index().Where(u => shares[u.Index] == 0), u => Assert.Equal(0, u.Item));
        }
    }
}
