using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Farm.Evaluation.Searches;

namespace SynthFarm.Cli.Commands.Evaluate;

/// <summary>Prints a comparison of searches as one plain table.</summary>
internal static class SearchComparisonTable
{
    public static void Write(SearchComparisonReport report, TextWriter output)
    {
        output.WriteLine(TerminalText.Line($"policy {report.Policy}, reward model {report.Reward}; {report.Problems} problems, sizes matched on {report.CalibrationProblems} others, temperature {report.Options.Temperature.ToString(CultureInfo.InvariantCulture)}, seeds {report.Options.Seed} to {unchecked(report.Options.Seed + (ulong)report.Options.Seeds - 1)}"));
        output.WriteLine("mean; ± 95 % over seeds (Student's t); [95 % within a seed (Wilson)]");
        output.WriteLine();
        TextTable.Write(
            output, ["budget", "search", "size", "tokens", "answers", "majority", "best by reward", "pass@k", "accepted rows", "tokens/row"],
            report.Results.Select(result => new[]
            {
                $"{result.Budget}",
                result.Search,
                $"{result.Option} {Number(result.Size.Mean, "0.##")}",
                Mean(result.Tokens, "N0"),
                Number(result.Answers.Value, "F1"),
                Share(result.Majority),
                Share(result.Best),
                Share(result.Covered),
                Mean(result.AcceptedRows, "F1"),
                Mean(result.TokensPerAcceptedRow, "N0"),
            }));
    }

    private static string Mean(SeedMean mean, string format) => $"{Number(mean.Value, format)} ± {Number(mean.HalfWidth, format)}";

    private static string Share(SearchShare share) =>
        $"{Percent(share.Seeds.Value)} ± {Percent(share.Seeds.HalfWidth)} [{Percent(share.WilsonLow)}, {Percent(share.WilsonHigh)}]";

    private static string Percent(double share) => Number(100 * share, "F1");

    private static string Number(double value, string format) =>
        double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "-";
}
