using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Problems.Countdown;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Tests.Problems.Countdown;

public class CountdownSolutionTests
{
    private static readonly CountdownFamily Family = ProblemFamilies.Countdown;

    [Theory]
    [InlineData(2, 300)]
    [InlineData(3, 1500)]
    [InlineData(4, 1500)]
    [InlineData(5, 50)]
    [InlineData(6, 3)]
    public void Solutions_of_generated_problems_pass_every_check(int difficulty, int count)
    {
        var random = new StableRandom(17);
        for (var i = 0; i < count; i++)
        {
            var problem = Family.Generate(random, difficulty, FamilySplit.All);
            var steps = Family.Solve(problem, random);
            Assert.NotNull(steps);
            for (var k = 0; k < steps.Count; k++)
            {
                Assert.Equal(StepFinding.Right, Family.Steps.Check(problem, steps.Take(k).ToArray(), steps[k]));
                Assert.Equal(k < steps.Count - 1, steps[k].EndsWith('\n'));
            }

            var answer = Family.Answers.Extract(steps[^1]);
            Assert.NotNull(answer);
            var verdict = Family.Answers.Check(problem, answer);
            Assert.Equal(Verdict.Correct, verdict.Verdict);
            var again = Family.Answers.Check(problem, verdict.Canonical!);
            Assert.Equal(verdict, again);
        }
    }

    [Fact]
    public void Steps_have_the_format_the_policy_is_trained_on()
    {
        var task = new CountdownTask([25, 14, 7, 32], 45);
        var steps = CountdownSolution.Write(task.Numbers, [new(0, 1, '-', false, 11), new(0, 1, '*', false, 77), new(0, 1, '-', false, 45)]);
        Assert.Equal(
            ["25 - 14 = 11; left: 11, 7, 32\n", "11 * 7 = 77; left: 77, 32\n", "77 - 32 = 45; left: 45\n", "Answer: ((25 - 14) * 7) - 32"], steps);
    }

    [Fact]
    public void Swapped_operands_are_written_in_the_order_that_works()
    {
        var steps = CountdownSolution.Write([7, 25, 3], [new(0, 1, '-', true, 18), new(0, 1, '/', false, 6)]);
        Assert.Equal(["25 - 7 = 18; left: 18, 3\n", "18 / 3 = 6; left: 6\n", "Answer: (25 - 7) / 3"], steps);
    }

    [Fact]
    public void A_problem_without_a_solution_has_none()
    {
        var problem = new CountdownTask([1, 1], 100).ToProblem();
        Assert.Null(Family.Solve(problem, new StableRandom(1)));
    }
}
