using SynthFarm.Core.Problems.Arithmetic;
using SynthFarm.Core.Problems.Countdown;

namespace SynthFarm.Core.Problems;

/// <summary>The built-in families.</summary>
public static class ProblemFamilies
{
    public static CountdownFamily Countdown { get; } = new();

    public static ArithmeticFamily Arithmetic { get; } = new();

    public static IReadOnlyList<IProblemFamily> All { get; } = [Countdown, Arithmetic];

    /// <summary>The family of a problem's kind; null when there is none, as for general text problems.</summary>
    public static IProblemFamily? Find(string? kind)
    {
        foreach (var family in All)
        {
            if (family.Kind == kind)
            {
                return family;
            }
        }

        return null;
    }
}
