namespace SynthFarm.Core.Hygiene.Triage;

/// <summary>Problems that ask several questions.</summary>
internal static class PartRules
{
    private static readonly string[][] Numberings =
    [
        ["(a)", "(b)"], ["a)", "b)"], ["(i)", "(ii)"], ["i)", "ii)"], ["Part A", "Part B"], ["Part 1", "Part 2"], ["(1)", "(2)"], ["1)", "2)"], ["(A)", "(B)"],
    ];

    /// <summary>Numbered parts of which at least one asks something; null for others.</summary>
    public static string? Parts(string statement)
    {
        foreach (var numbering in Numberings)
        {
            var first = Find(statement, numbering[0], 0);
            var second = first < 0 ? -1 : Find(statement, numbering[1], first + numbering[0].Length);
            if (second >= 0 && (Asks(statement[(first + numbering[0].Length)..second]) || Asks(statement[(second + numbering[1].Length)..])))
            {
                return $"it has the parts {numbering[0]} and {numbering[1]}";
            }
        }

        return null;
    }

    /// <summary>A mark at the start or behind white space.</summary>
    private static int Find(string text, string mark, int from)
    {
        for (var at = text.IndexOf(mark, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at + 1, StringComparison.Ordinal))
        {
            var isBehind = at + mark.Length == text.Length || !char.IsLetterOrDigit(text[at + mark.Length]);
            if ((at == 0 || char.IsWhiteSpace(text[at - 1])) && isBehind)
            {
                return at;
            }
        }

        return -1;
    }

    private static bool Asks(string part) =>
        part.Contains('?', StringComparison.Ordinal) || StatementRules.Asks(part.AsSpan().TrimStart(" \t\r\n:.)"));
}
