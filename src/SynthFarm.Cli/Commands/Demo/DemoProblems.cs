using SynthFarm.Cli.Commands.Problems;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Cli.Commands.Demo;

/// <summary>The demo's problem set: countdown with 3 numbers, with 4, and arithmetic with 2 to 5 operations, in equal parts, taking turns.</summary>
internal static class DemoProblems
{
    private static readonly (IProblemFamily Family, (int Min, int Max) Difficulty)[] Parts =
    [
        (ProblemFamilies.Countdown, (3, 3)),
        (ProblemFamilies.Countdown, (4, 4)),
        (ProblemFamilies.Arithmetic, (2, 5)),
    ];

    public static IEnumerable<Problem> Draw(int count, ulong seed)
    {
        var parts = Parts.Select((part, i) => new ProblemGeneration(part.Family, part.Difficulty, FamilySplit.All)
            .Draw((count + Parts.Length - 1 - i) / Parts.Length, new Seed(seed)).ToList()).ToList();
        return Enumerable.Range(0, count).Select(i => parts[i % Parts.Length][i / Parts.Length]);
    }
}
