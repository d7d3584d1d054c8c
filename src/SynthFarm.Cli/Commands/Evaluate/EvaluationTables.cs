using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Farm.Evaluation;

namespace SynthFarm.Cli.Commands.Evaluate;

/// <summary>Prints the figures of an evaluation as plain tables.</summary>
internal static class EvaluationTables
{
    public static void Write(EvaluationReport report, TextWriter output)
    {
        output.WriteLine(TerminalText.Line($"policy {report.Policy}, reward model {report.Reward}; {report.Options.Problems} held-out problems per group, temperature {report.Options.Temperature}, seed {report.Options.Seed}"));
        output.WriteLine();
        TextTable.Write(
            output, ["problems", "method", "solved", "95 % interval", "tokens/problem"],
            report.Groups.SelectMany(group => group.Methods.Select(method => new[]
            {
                group.Group.Name,
                method.Method,
                Percent(method.Solved.Value),
                $"{Percent(method.Solved.Interval.Low)} to {Percent(method.Solved.Interval.High)}",
                Number(method.TokensPerProblem, "N0"),
            })));
        TextTable.Write(
            output, ["steps", "held against", "count", "right", "AUC", "F1", "threshold"],
            report.RewardQuality.Select(result => new[]
            {
                result.Steps, result.Truth, Number(result.Count, "N0"), Percent(result.Positives), Number(result.AreaUnderCurve, "F3"), Number(result.F1, "F3"), Number(result.Threshold, "F3"),
            }));
    }

    private static string Percent(double share) => Number(100 * share, "F1") + " %";

    private static string Number(double value, string format) =>
        double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "-";
}
