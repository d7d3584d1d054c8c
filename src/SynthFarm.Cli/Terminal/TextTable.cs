namespace SynthFarm.Cli.Terminal;

/// <summary>Prints rows in aligned columns: text left, numbers right. Plain text, so that it reads the same on a terminal and in a file.</summary>
internal static class TextTable
{
    private const int MaxCell = 60;

    /// <summary>Writes the table and an empty line; nothing when there are no rows. Cells are escaped and cut to 60 characters.</summary>
    public static void Write(TextWriter output, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = rows.Select(row => row.Select(cell => TerminalText.Line(cell, MaxCell)).ToList()).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        var widths = header.Select((name, i) => Math.Max(name.Length, lines.Max(line => line[i].Length))).ToList();
        var isNumber = header.Select((_, i) => lines.TrueForAll(line => line[i].Length > 0 && (char.IsAsciiDigit(line[i][0]) || line[i] == "-"))).ToList();
        foreach (var line in lines.Prepend([.. header]))
        {
            output.WriteLine(string.Join("  ", line.Select((cell, i) => isNumber[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd());
        }

        output.WriteLine();
    }
}
