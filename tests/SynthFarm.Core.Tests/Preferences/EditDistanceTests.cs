using SynthFarm.Core.Preferences;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Tests.Preferences;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("saturday", "sunday", 3)]
    [InlineData("\U0001F600a", "\U0001F601a", 1)] // Code points, not halves of them.
    public void Known_distances_are_found(string left, string right, int distance)
    {
        Assert.True(EditDistance.IsAtLeast(left, right, distance));
        Assert.False(EditDistance.IsAtLeast(left, right, distance + 1));
        Assert.False(EditDistance.IsAtLeast(right, left, distance + 1));
    }

    [Fact]
    public void The_band_decides_as_the_whole_table_does()
    {
        var random = new StableRandom(3);
        for (var round = 0; round < 2000; round++)
        {
            var (left, right) = (Word(), Word());
            var distance = WholeTable(left, right);
            for (var bound = 0; bound <= 12; bound++)
            {
                Assert.True(distance >= bound == EditDistance.IsAtLeast(left, right, bound), $"{left} {right}: {distance} and {bound}");
            }
        }

        string Word() => string.Concat(Enumerable.Range(0, random.Next(11)).Select(_ => (char)('a' + random.Next(3))));
    }

    private static int WholeTable(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                table[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
            }
        }

        return table[left.Length, right.Length];
    }
}
