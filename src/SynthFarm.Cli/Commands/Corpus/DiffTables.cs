using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus.Comparison;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary>Prints what differs between two corpora.</summary>
internal static class DiffTables
{
    public static void Write(DiffReport report, TextWriter output)
    {
        foreach (var (side, corpus) in new[] { ("A", report.A), ("B", report.B) })
        {
            var rounds = corpus.Round is { } round ? $"round {round} of it" : $"round {string.Join(", ", corpus.Rounds)}";
            output.WriteLine($"{side}  {TerminalText.Line(corpus.Directory)} ({corpus.Kind} {TerminalText.Line(corpus.Name)}, {rounds})");
        }

        output.WriteLine(report.IsSame ? "\nThe same problems and rows." : "");
        TextTable.Write(output, ["setting", "A", "B"], report.Settings.Select(s => new[] { s.Name, s.A, s.B }));
        Problems(report.Problems, output);
        TextTable.Write(
            output, ["config", "rows A", "rows B", "same", "changed", "added", "removed"],
            report.Configs.Select(c => new[] { c.Config, Count(c.RowsA), Count(c.RowsB), Count(c.Same), Count(c.Changed), Count(c.Added), Count(c.Removed) }));
        foreach (var name in report.ConfigsNotCompared)
        {
            output.WriteLine($"not compared: {TerminalText.Line(name)}");
        }

        foreach (var config in report.Configs)
        {
            Reasons(config.Config, config.Reasons, output);
            Columns(config, output);
        }

        Yields(report.Yields, output);
    }

    private static void Problems(ProblemDiff problems, TextWriter output)
    {
        TextTable.Write(
            output, ["problems", "count"],
            [
                ["only in A", Count(problems.OnlyA)], ["only in B", Count(problems.OnlyB)], ["in both", Count(problems.Both)],
                ["  of them edited", Count(problems.Edited)], ["  accepted in both", Count(problems.AcceptedBoth)],
                ["  accepted in A alone", Count(problems.AcceptedOnlyA)], ["  accepted in B alone", Count(problems.AcceptedOnlyB)],
            ]);
        Reasons("problems", problems.Reasons, output);
    }

    private static void Reasons(string of, IReadOnlyList<DiffReason> reasons, TextWriter output)
    {
        if (reasons.Count == 0)
        {
            return;
        }

        output.WriteLine($"{of}: why");
        foreach (var reason in reasons)
        {
            output.WriteLine($"{Count(reason.Count),9} {reason.Change,-8} {TerminalText.Line(reason.Why)}");
            foreach (var example in reason.Examples)
            {
                var rows = (example.A, example.B) switch
                {
                    (null, null) => "",
                    (var a, null) => $"  {a}",
                    (null, var b) => $"  {b}",
                    var (a, b) => a == b ? $"  {a}" : $"  {a} -> {b}",
                };
                output.WriteLine($"                     {TerminalText.Line(example.ProblemId)}{TerminalText.Line(rows)}");
            }
        }

        output.WriteLine();
    }

    private static void Columns(ConfigDiff config, TextWriter output)
    {
        if (config.Columns.Count > 0)
        {
            output.WriteLine($"{config.Config}: rows of one id with another {string.Join(", ", config.Columns.Select(c => $"{TerminalText.Line(c.Key)} {Count(c.Value)}"))}\n");
        }

        if (config.ColumnsNotCompared.Count > 0)
        {
            output.WriteLine($"{config.Config}: columns not compared: {TerminalText.Line(string.Join(", ", config.ColumnsNotCompared))}\n");
        }
    }

    private static void Yields(IReadOnlyList<YieldDiff> yields, TextWriter output) => TextTable.Write(
        output, ["field", "value", "problems A", "accepted A", "yield A", "problems B", "accepted B", "yield B", "change"],
        yields.Select(y => new[]
        {
            y.Field.Length == 0 ? "all" : y.Field, y.Field.Length == 0 ? "" : y.Value.Length == 0 ? "(none)" : y.Value,
            Count(y.ProblemsA), Count(y.AcceptedA), Percent(y.ProblemsA, y.YieldA), Count(y.ProblemsB), Count(y.AcceptedB), Percent(y.ProblemsB, y.YieldB),
            y.ProblemsA == 0 || y.ProblemsB == 0 ? "-" : (100 * (y.YieldB - y.YieldA)).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture),
        }));

    private static string Percent(long problems, double yield) => problems == 0 ? "-" : (100 * yield).ToString("F1", CultureInfo.InvariantCulture) + " %";

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
