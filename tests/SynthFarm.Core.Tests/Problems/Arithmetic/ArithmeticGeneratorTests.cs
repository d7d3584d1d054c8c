using SynthFarm.Core.Problems;
using SynthFarm.Core.Problems.Arithmetic;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Tests.Problems.Arithmetic;

public class ArithmeticGeneratorTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(16)]
    public void Operands_and_intermediates_stay_in_range(int operations)
    {
        var random = new StableRandom(2);
        for (var i = 0; i < 500; i++)
        {
            var statement = ArithmeticGenerator.Draw(random, operations, FamilySplit.All, out var value);
            var expression = ArithmeticExpressionReader.ReadStatement(statement);
            Assert.NotNull(expression);
            Assert.Equal(operations, expression.OperationCount);
            Assert.All(expression.Tokens.Where(token => token.IsNumber), token => Assert.InRange(token.Value, 1, 99));
            foreach (var step in ArithmeticSolver.Solve(statement)!.SkipLast(1))
            {
                Assert.InRange(int.Parse(step.Split('=')[1]), 0, 999);
            }

            Assert.Equal(value, expression.Value());
            Assert.Equal(statement, $"Compute {expression}.");
        }
    }

    [Fact]
    public void A_tenth_is_held_out()
    {
        var random = new StableRandom(6);
        var heldOut = 0;
        for (var i = 0; i < 5000; i++)
        {
            heldOut += ArithmeticGenerator.IsHeldOut(ArithmeticGenerator.Draw(random, 4, FamilySplit.All, out _)) ? 1 : 0;
            Assert.True(i > 200 || ArithmeticGenerator.IsHeldOut(ArithmeticGenerator.Draw(random, 4, FamilySplit.HeldOut, out _)));
            Assert.True(i > 200 || !ArithmeticGenerator.IsHeldOut(ArithmeticGenerator.Draw(random, 4, FamilySplit.Train, out _)));
        }

        Assert.InRange(heldOut, 415, 585); // 500 within 4 standard deviations of 21.2
    }

    [Fact]
    public void The_same_seed_gives_the_same_problems()
    {
        // Frozen: seeds are part of the product, and these problems must stay what they are.
        var random = new StableRandom(11);
        Assert.Equal(FrozenDraws, Enumerable.Range(0, 3).Select(_ => ArithmeticGenerator.Draw(random, 4, FamilySplit.All, out var _)));
    }

    private static readonly string[] FrozenDraws =
        ["Compute (99 - (31 - 9) + 23) * 2.", "Compute (99 - 19) * 12 + 28 - 27.", "Compute 64 * 9 - 26 - (23 + 18)."];
}
