using System.Globalization;
using SynthFarm.Core.Problems;

namespace SynthFarm.Cli.Commands.Problems;

/// <summary>Reads <c>N</c> or <c>A..B</c>.</summary>
internal static class DifficultyRange
{
    /// <summary>The range, or null when the text is none of the family's.</summary>
    public static (int Min, int Max)? Parse(string text, IProblemFamily family)
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
