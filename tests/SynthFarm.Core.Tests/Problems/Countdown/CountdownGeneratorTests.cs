using SynthFarm.Core.Problems;
using SynthFarm.Core.Problems.Countdown;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Tests.Problems.Countdown;

public class CountdownGeneratorTests
{
    [Theory]
    [InlineData(2, FamilySplit.All)]
    [InlineData(3, FamilySplit.Train)]
    [InlineData(3, FamilySplit.HeldOut)]
    [InlineData(4, FamilySplit.HeldOut)]
    [InlineData(6, FamilySplit.All)]
    public void Tasks_are_in_range_in_their_split_and_solvable(int count, FamilySplit split)
    {
        var random = new StableRandom(5);
        for (var i = 0; i < (count == 6 ? 20 : 1000); i++)
        {
            var task = CountdownGenerator.Draw(random, count, split);
            Assert.Equal(count, task.Numbers.Count);
            Assert.All(task.Numbers, number => Assert.InRange(number, 1, 50));
            Assert.InRange(task.Target, 10, 100);
            Assert.DoesNotContain(task.Target, task.Numbers);
            Assert.True(split == FamilySplit.All || task.Target % 10 == 7 == (split == FamilySplit.HeldOut));
            Assert.True(CountdownSolver.Count([.. task.Numbers], task.Target) > 0);
        }
    }

    [Fact]
    public void A_generated_problem_has_the_form_of_problem_files()
    {
        var problem = new CountdownTask([25, 14, 7, 32], 13).ToProblem();
        Assert.Equal("Using the numbers 25, 14, 7, 32, each at most once, and the operations + - * /, make 13.", problem.Statement);
        Assert.Equal(
            """{"problem":"Using the numbers 25, 14, 7, 32, each at most once, and the operations + - * /, make 13.","answer":"13","kind":"countdown","source":"synthfarm:countdown","level":"4","meta":{"numbers":[25,14,7,32],"target":13}}""",
            ProblemSerializer.ToLine(problem));
        Assert.Null(problem.Split);
        Assert.False(problem.HasGivenId);
        Assert.Empty(ProblemFamilies.Countdown.Validate(problem));
    }

    [Fact]
    public void The_same_seed_gives_the_same_problems()
    {
        // Frozen: seeds are part of the product, and these problems must stay what they are.
        var random = new StableRandom(11);
        var drawn = Enumerable.Range(0, 3).Select(_ => CountdownGenerator.Draw(random, 4, FamilySplit.All)).ToArray();
        Assert.Equal(FrozenDraws, drawn.Select(task => $"{string.Join(' ', task.Numbers)} -> {task.Target}"));
    }

    [Fact]
    public void A_statement_is_read_back_and_other_texts_are_not()
    {
        var task = CountdownTask.ReadStatement(" Using the numbers 3, 4, each at most once, and the operations + - * /, make 12. ");
        Assert.Equal([3, 4], task!.Numbers);
        Assert.Equal(12, task.Target);
        Assert.Null(CountdownTask.ReadStatement("Using the numbers 3, x, each at most once, and the operations + - * /, make 12."));
        Assert.Null(CountdownTask.ReadStatement("Using the numbers 3, 4, each at most once, and the operations + - * /, make 12"));
        Assert.Null(CountdownTask.ReadStatement("What is 3 times 4?"));
    }

    private static readonly string[] FrozenDraws = ["12 5 13 23 -> 50", "4 36 18 44 -> 48", "42 9 27 34 -> 35"];
}
