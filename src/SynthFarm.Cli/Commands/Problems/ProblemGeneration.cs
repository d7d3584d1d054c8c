using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Cli.Commands.Problems;

/// <summary>
/// Draws different problems of one family. Difficulties take turns from the easiest to the hardest, so that each gets an equal share, and
/// each has seeds of its own. The first n of a larger count are those of the smaller one.
/// </summary>
internal sealed class ProblemGeneration(IProblemFamily family, (int Min, int Max) difficulty, FamilySplit split)
{
    private const int MaxRepeats = 1000;

    /// <summary>Draws <paramref name="count"/> problems.</summary>
    /// <exception cref="ProblemsExhaustedException">A thousand draws in a row gave only problems that are already there.</exception>
    public IEnumerable<Problem> Draw(int count, Seed seed)
    {
        var known = new HashSet<string>();
        var draws = new long[difficulty.Max + 1];
        for (var i = 0; i < count; i++)
        {
            var level = difficulty.Min + (i % (difficulty.Max - difficulty.Min + 1));
            yield return DrawNew(level, known, seed, ref draws[level]) ?? throw new ProblemsExhaustedException(family.Kind, level, known.Count);
        }
    }

    private Problem? DrawNew(int level, HashSet<string> known, Seed seed, ref long draw)
    {
        for (var repeats = 0; repeats < MaxRepeats; repeats++)
        {
            var random = seed.Derive($"{family.Kind}-{level}", SeedPurpose.Problems, draw++).CreateRandom();
            var problem = family.Generate(random, level, split);
            if (known.Add(problem.Id))
            {
                return problem;
            }
        }

        return null;
    }
}
