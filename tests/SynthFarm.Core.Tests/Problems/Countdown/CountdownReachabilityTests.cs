using SynthFarm.Core.Problems.Countdown;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Tests.Problems.Countdown;

public class CountdownReachabilityTests
{
    [Theory]
    [InlineData("13", 13, true)]
    [InlineData("11", 13, false)]
    [InlineData("11 32", 13, false)]
    [InlineData("11 7 32", 45, true)] // 11 * 7 - 32
    [InlineData("50 49 48 2", 58800, true)] // 50 * 49 * 48 / 2
    [InlineData("50 49 48 2", 58801, false)]
    [InlineData("", 5, false)]
    public void Targets_are_decided(string numbers, int target, bool expected)
    {
        var left = numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray();
        Assert.Equal(expected, CountdownReachability.IsReachable(left, target));
    }

    [Fact]
    public void Intermediates_beyond_the_solvers_limit_count()
    {
        long[] numbers = [49, 47, 2300]; // 49 * 47 = 2303, and that less 2300 is 3
        Assert.True(CountdownReachability.Decide(numbers, 3));
        Assert.False(CountdownReachability.Decide(numbers, 3, CountdownSolver.MaxResult));
    }

    [Fact]
    public void Agrees_with_the_set_of_values_of_all_subsets()
    {
        var random = new StableRandom(4);
        for (var i = 0; i < 40; i++)
        {
            var numbers = Enumerable.Range(0, 2 + (i % 3)).Select(_ => random.Next(1, 50)).ToArray();
            var values = Values(numbers);
            for (var target = 1; target <= 150; target++)
            {
                Assert.Equal(values.Contains(target), CountdownReachability.IsReachable(numbers, target));
            }
        }
    }

    [Fact]
    public void Every_list_of_six_numbers_is_decided_and_longer_ones_may_stay_open()
    {
        Assert.NotNull(CountdownReachability.Decide([47, 43, 41, 37, 31, 29], 1_000_000_007));
        Assert.Null(CountdownReachability.Decide([50, 49, 48, 47, 46, 45, 44, 43, 42, 41], 1_000_000_007));
        Assert.Null(CountdownReachability.Decide(Enumerable.Range(20, 30).Select(n => (long)n).ToArray(), 7));
        Assert.Null(CountdownReachability.Decide([long.MaxValue, long.MaxValue - 1, 3], 7));
    }

    [Fact]
    public void Zero_among_the_numbers_is_of_no_use()
    {
        Assert.False(CountdownReachability.Decide([0, 5], 6));
        Assert.True(CountdownReachability.Decide([0, 5, 1], 6));
    }

    // Bottom-up over subsets, which shares nothing with the depth-first search.
    private static HashSet<long> Values(int[] numbers)
    {
        var values = new HashSet<long>[1 << numbers.Length];
        var all = new HashSet<long>();
        for (var set = 1; set < values.Length; set++)
        {
            values[set] = [];
            for (var part = (set - 1) & set; part > 0; part = (part - 1) & set)
            {
                foreach (var (x, y) in from x in values[part] from y in values[set ^ part] select (x, y))
                {
                    values[set].Add(x + y);
                    values[set].Add(x * y);
                    if (x > y)
                    {
                        values[set].Add(x - y);
                    }

                    if (x % y == 0)
                    {
                        values[set].Add(x / y);
                    }
                }
            }

            if ((set & (set - 1)) == 0)
            {
                values[set].Add(numbers[System.Numerics.BitOperations.TrailingZeroCount(set)]);
            }

            all.UnionWith(values[set]);
        }

        return all;
    }
}
