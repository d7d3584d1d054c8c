using SynthFarm.Core.Problems;
using SynthFarm.Core.Problems.Arithmetic;
using SynthFarm.Core.Problems.Countdown;
using SynthFarm.Core.Randomness;

namespace SynthFarm.TinyModels.Recipe;

/// <summary>Draws a problem with a solution, as text alone: training draws millions, and identities would cost more than the problems.</summary>
internal static class SolvedProblems
{
    /// <summary>A statement of the split and the steps of one of its solutions.</summary>
    public static (string Statement, IReadOnlyList<string> Steps) Draw(StableRandom random, SolverMixturePart part, FamilySplit split)
    {
        var difficulty = random.Next(part.MinDifficulty, part.MaxDifficulty);
        return part.Family switch
        {
            "countdown" => Countdown(random, difficulty, split),
            "arithmetic" => Arithmetic(random, difficulty, split),
            _ => throw new ArgumentException($"There is no family \"{part.Family}\"; known are countdown and arithmetic.", nameof(part)),
        };
    }

    private static (string, IReadOnlyList<string>) Countdown(StableRandom random, int numbers, FamilySplit split)
    {
        Span<CountdownOperation> operations = stackalloc CountdownOperation[CountdownSolver.MaxNumbers];
        var task = CountdownGenerator.Draw(random, numbers, split);
        var count = CountdownSolver.Draw([.. task.Numbers], task.Target, random, operations);
        return (task.Statement, CountdownSolution.Write(task.Numbers, operations[..count]));
    }

    private static (string, IReadOnlyList<string>) Arithmetic(StableRandom random, int operations, FamilySplit split)
    {
        while (true)
        {
            var statement = ArithmeticGenerator.Draw(random, operations, split, out _);
            if (ArithmeticSolver.Solve(statement) is { } steps)
            {
                return (statement, steps);
            }
        }
    }
}
