using System.Globalization;
using System.Text;

namespace SynthFarm.Farm.Progress;

/// <summary>Pieces of <c>report.md</c>.</summary>
internal static class ReportText
{
    public static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>Model and error text cannot break out of its table cell.</summary>
    public static string Cell(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? " " : c is '|' or '`' or '<' or '>' ? $"&#{(int)c};" : $"{c}"));
}
