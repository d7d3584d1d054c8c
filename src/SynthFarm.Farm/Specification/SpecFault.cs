using System.Globalization;

namespace SynthFarm.Farm.Specification;

/// <summary>Something wrong with a specification.</summary>
/// <param name="Where">File with line and column, environment variable, or flag; empty for a default.</param>
/// <param name="Message">The key, what was found and what is allowed.</param>
public readonly record struct SpecFault(string Where, string Message)
{
    /// <summary>One line; what files and variables hold cannot break it: control and format characters are written as escapes.</summary>
    public override string ToString() => Plain(Where.Length == 0 ? Message : $"{Where}: {Message}");

    private static string Plain(string text) => text.Any(IsUnsafe)
        ? string.Concat(text.Select(c => IsUnsafe(c) ? $"\\u{(int)c:x4}" : $"{c}"))
        : text;

    private static bool IsUnsafe(char c) => char.IsControl(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
