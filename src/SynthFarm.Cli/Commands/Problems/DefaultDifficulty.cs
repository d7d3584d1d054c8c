using SynthFarm.Core.Problems;

namespace SynthFarm.Cli.Commands.Problems;

/// <summary>The difficulties drawn where none is asked for: what the shipped models can do.</summary>
internal static class DefaultDifficulty
{
    /// <summary>Countdown with 3 and 4 numbers, arithmetic with 2 to 5 operations; the whole range for other families.</summary>
    public static (int Min, int Max) Of(IProblemFamily family) => family.Kind switch
    {
        "countdown" => (3, 4),
        "arithmetic" => (2, 5),
        _ => family.DifficultyRange,
    };
}
