using SynthFarm.Core.Problems;
using SynthFarm.Core.Problems.Countdown;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Tests.Problems.Countdown;

public class CountdownSolverTests
{
    [Theory]
    [InlineData("3 4", 12, 1)] // 3 * 4
    [InlineData("5 5", 10, 1)] // equal numbers are one pair
    [InlineData("14 7", 7, 0)] // the target is a number: 14 - 7 loses one, no solution needs it
    [InlineData("2 3 4", 24, 3)] // 2*3*4 in three orders
    [InlineData("2 3 4", 10, 2)] // 2*3 + 4 and 3*4 - 2
    [InlineData("6 1 5", 30, 1)] // 6*5; the detours over 6*1 and 5/1 are left out
    public void Solutions_are_counted_up_to_symmetry(string numbers, int target, int solutions)
    {
        var list = numbers.Split(' ').Select(int.Parse).ToArray();
        Assert.Equal(solutions, CountdownSolver.Count(list, target));
    }

    [Fact]
    public void Each_solution_is_drawn_equally_often()
    {
        var task = new CountdownTask([2, 3, 4], 24);
        var random = new StableRandom(3);
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < 6000; i++)
        {
            var solution = string.Concat(CountdownFamily.Solve(task, random)!);
            counts[solution] = counts.GetValueOrDefault(solution) + 1;
        }

        Assert.Equal(3, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 1850, 2150)); // 4 standard deviations of 36.5
    }

    [Fact]
    public void The_count_agrees_with_a_plain_enumeration()
    {
        var random = new StableRandom(8);
        for (var i = 0; i < 300; i++)
        {
            var task = CountdownGenerator.Draw(random, 2 + (i % 3), FamilySplit.All);
            Assert.Equal(PlainCount([.. task.Numbers], task.Target), CountdownSolver.Count([.. task.Numbers], task.Target));
        }
    }

    [Fact]
    public void Drawing_allocates_nothing()
    {
        var operations = new CountdownOperation[6];
        var numbers = new[] { 25, 14, 7, 32 };
        var random = new StableRandom(1);
        CountdownSolver.Draw(numbers, 45, random, operations);
        var before = GC.GetAllocatedBytesForCurrentThread();
        CountdownSolver.Draw(numbers, 45, random, operations);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    // Written differently on purpose: ordered pairs, text states, and a set for the symmetries.
    private static int PlainCount(int[] numbers, int target)
    {
        var found = new HashSet<string>();
        Walk([.. numbers.Select(n => (n, false))], "");
        return found.Count;

        void Walk(List<(int Value, bool IsResult)> left, string text)
        {
            foreach (var (i, j) in from i in Enumerable.Range(0, left.Count) from j in Enumerable.Range(0, left.Count) where i != j select (i, j))
            {
                // Equal numbers are taken from the front, which is what a reader of the text would do.
                if (left.FindIndex(n => n.Value == left[i].Value) is var first && first != i && first != j)
                {
                    continue;
                }

                if (left.FindIndex(n => n.Value == left[j].Value) is var other && other != j && other != i)
                {
                    continue;
                }

                foreach (var (symbol, result) in Results(left[i].Value, left[j].Value))
                {
                    if (result == left[i].Value || result == left[j].Value || result > 999)
                    {
                        continue;
                    }

                    var rest = left.Where((_, k) => k != i && k != j).ToList();
                    var (x, y) = symbol is '+' or '*' ? (Math.Max(left[i].Value, left[j].Value), Math.Min(left[i].Value, left[j].Value)) : (left[i].Value, left[j].Value);
                    var next = $"{text}{x}{symbol}{y};{string.Join(',', rest.Select(n => n.Value))}|";
                    if (result == target)
                    {
                        if (!rest.Any(n => n.IsResult))
                        {
                            found.Add(next);
                        }
                    }
                    else
                    {
                        Walk([(result, true), .. rest], next);
                    }
                }
            }
        }
    }

    private static IEnumerable<(char Symbol, int Result)> Results(int a, int b)
    {
        yield return ('+', a + b);
        yield return ('*', a * b);
        if (a > b)
        {
            yield return ('-', a - b);
        }

        if (a % b == 0)
        {
            yield return ('/', a / b);
        }
    }
}
