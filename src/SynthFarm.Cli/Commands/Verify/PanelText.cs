using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Answers;
using SynthFarm.Core.Answers.Rules;

namespace SynthFarm.Cli.Commands.Verify;

/// <summary>Prints a panel for people.</summary>
internal static class PanelText
{
    /// <summary>One pair: every rule's verdict, and who disagrees with whom.</summary>
    public static void Write(PanelEntry panel, TextWriter output)
    {
        TextTable.Write(output, ["rule", "verdict", "reason"], panel.Rules.Select(entry => new[] { entry.Rule, CliJson.Name(entry.Verdict), entry.Reason }));
        output.WriteLine(panel.Disagree
            ? $"They disagree: {Names(panel, Verdict.Correct)} say correct, {Names(panel, Verdict.Wrong)} say wrong."
            : "They do not disagree.");
    }

    /// <summary>A file: each rule's verdicts, and how often two of them disagree.</summary>
    public static void Write(PanelSummary summary, TextWriter output)
    {
        output.WriteLine($"{Number(summary.Pairs)} pairs; the rules disagree on {Number(summary.Disagreements)}.\n");
        TextTable.Write(output, ["rule", "correct", "wrong", "unknown", "as the default", "share"], summary.Rules.Select(rule => new[]
        {
            rule.Rule, Number(rule.Correct), Number(rule.Wrong), Number(rule.Unknown), Number(rule.AsDefault),
            summary.Pairs == 0 ? "-" : (100.0 * rule.AsDefault / summary.Pairs).ToString("F1", CultureInfo.InvariantCulture) + " %",
        }));
        TextTable.Write(output, ["one says correct", "the other wrong", "pairs"], summary.Between.Select(pair => new[] { pair.First, pair.Second, Number(pair.Pairs) }));
    }

    private static string Names(PanelEntry panel, Verdict verdict) =>
        string.Join(", ", panel.Rules.Where(entry => entry.Verdict == verdict).Select(entry => entry.Rule));

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
