using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus.Statistics;
using SynthFarm.Farm.ProblemStatistics;

namespace SynthFarm.Cli.Commands.Problems.Hygiene;

/// <summary>Prints what a problem file holds as plain tables.</summary>
internal static class ProblemTables
{
    private const int MaxRows = 20;

    public static void Write(ProblemCounts counts, TextWriter output)
    {
        Write("source", counts.Sources, output);
        Write("topic", counts.Topics, output);
        Write("kind", counts.Kinds, output);
        Write("level", counts.Levels, output);
        Write("triage", [.. counts.Triage, new NamedCount("plain", counts.Plain)], output);
        Write("answer", counts.AnswerTypes, output);
        Write("gold of a choice", counts.Choices, output);
        TextTable.Write(output, ["characters", "count", "min", "median", "p90", "p99", "max", "mean"], [Row("statement", counts.StatementLengths), Row("answer", counts.AnswerLengths)]);
    }

    private static void Write(string name, IReadOnlyList<NamedCount> counts, TextWriter output)
    {
        var rest = counts.Skip(MaxRows).Sum(count => count.Problems);
        IEnumerable<NamedCount> shown = counts.Take(MaxRows);
        shown = rest > 0 ? shown.Append(new NamedCount($"({counts.Count - MaxRows} more)", rest)) : shown;
        TextTable.Write(output, [name, "problems"], shown.Select(count => new[] { count.Name.Length == 0 ? "(none)" : count.Name, Number(count.Problems) }));
    }

    private static string[] Row(string name, Distribution lengths) =>
    [
        name, Number(lengths.Count), Number(lengths.Min), Number(lengths.P50), Number(lengths.P90), Number(lengths.P99), Number(lengths.Max),
        lengths.Mean.ToString("F1", CultureInfo.InvariantCulture),
    ];

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
