using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Problems;

namespace SynthFarm.Cli.Commands.Problems;

/// <summary>Reads <c>N</c> or <c>A..B</c>.</summary>
internal static class DifficultyRange
{
    /// <summary>What <c>--difficulty</c> says.</summary>
    /// <exception cref="CliException">The text is none of the family's ranges.</exception>
    public static (int Min, int Max) Read(string text, IProblemFamily family)
    {
        var (min, max) = family.DifficultyRange;
        return Parse(text, family)
            ?? throw CliException.Usage($"--difficulty is '{text}'; for {family.Kind} allowed are N and A..B from {min} to {max}.");
    }

    /// <summary>The range, or null when the text is none of the family's.</summary>
    private static (int Min, int Max)? Parse(string text, IProblemFamily family)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var (first, last) = dots < 0 ? (text, text) : (text[..dots], text[(dots + 2)..]);
        var (min, max) = family.DifficultyRange;
        return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            && from >= min && from <= to && to <= max
                ? (from, to)
                : null;
    }
}
