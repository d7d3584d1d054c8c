using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Problems.Arithmetic;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Tests.Problems.Arithmetic;

public class ArithmeticSolutionTests
{
    private static readonly ArithmeticFamily Family = ProblemFamilies.Arithmetic;

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(16)]
    public void Solutions_of_generated_problems_pass_every_check(int difficulty)
    {
        var random = new StableRandom(23);
        for (var i = 0; i < 250; i++)
        {
            var problem = Family.Generate(random, difficulty, FamilySplit.All);
            Assert.Empty(Family.Validate(problem));
            var steps = Family.Solve(problem, random);
            Assert.NotNull(steps);
            Assert.Equal(difficulty + 1, steps.Count);
            for (var k = 0; k < steps.Count; k++)
            {
                Assert.Equal(StepFinding.Right, Family.Steps.Check(problem, steps.Take(k).ToArray(), steps[k]));
            }

            Assert.Equal(Verdict.Correct, Family.Answers.Check(problem, Family.Answers.Extract(steps[^1])!).Verdict);
        }
    }

    [Theory]
    [InlineData("Compute 37 + 4 * (12 - 5) - 9.", "12 - 5 = 7|4 * 7 = 28|37 + 28 = 65|65 - 9 = 56|Answer: 56")]
    [InlineData("Compute 2 * 3 + 4 * 5.", "2 * 3 = 6|4 * 5 = 20|6 + 20 = 26|Answer: 26")]
    [InlineData("Compute (9 - 2 * 3) * (1 + 2).", "2 * 3 = 6|9 - 6 = 3|1 + 2 = 3|3 * 3 = 9|Answer: 9")]
    [InlineData("Compute 50 - (9 - (4 - 1)).", "4 - 1 = 3|9 - 3 = 6|50 - 6 = 44|Answer: 44")]
    [InlineData("Compute ((5)).", "Answer: 5")]
    public void The_usual_order_is_followed(string statement, string steps) =>
        Assert.Equal(steps.Split('|'), ArithmeticSolver.Solve(statement)!.Select(step => step.TrimEnd('\n')));
}
