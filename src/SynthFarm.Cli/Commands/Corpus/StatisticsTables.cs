using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus.Statistics;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary>Prints a corpus's statistics as plain tables.</summary>
internal static class StatisticsTables
{
    public static void Write(CorpusStatistics statistics, TextWriter output)
    {
        TextTable.Write(
            output, ["config", "split", "rows", "shards", "bytes"],
            statistics.Configs.Select(c => new[] { c.Config, c.Split, Count(c.Rows), Count(c.Shards), Count(c.Bytes) }));
        TextTable.Write(output, ["funnel", "problems"], statistics.Funnel.Select(stage => new[] { stage.Name, Count(stage.Count) }));
        TextTable.Write(output, ["why not", "problems"], statistics.Rejections.Select(stage => new[] { stage.Name, Count(stage.Count) }));
        TextTable.Write(output, ["config", "label", "count"], statistics.Labels.Select(c => new[] { c.Config, c.Name, Count(c.Count) }));
        TextTable.Write(output, ["config", "no row because", "count"], statistics.Omissions.Select(c => new[] { c.Config, c.Name, Count(c.Count) }));
        Yields(statistics.Yields, output);
        TextTable.Write(
            output, ["distribution", "count", "min", "median", "p90", "p99", "max", "mean"],
            statistics.Distributions.Select(d => new[]
            {
                d.Key, Count(d.Value.Count), Count(d.Value.Min), Count(d.Value.P50), Count(d.Value.P90), Count(d.Value.P99), Count(d.Value.Max),
                d.Value.Mean.ToString("F1", CultureInfo.InvariantCulture),
            }));
    }

    /// <summary>The yields alone.</summary>
    public static void Yields(IEnumerable<YieldRow> yields, TextWriter output) => TextTable.Write(
        output, ["field", "value", "problems", "accepted", "yield"],
        yields.Select(y => new[]
        {
            y.Field, y.Value.Length == 0 ? "(none)" : y.Value, Count(y.Problems), Count(y.Accepted), (100 * y.Yield).ToString("F1", CultureInfo.InvariantCulture) + " %",
        }));

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
