using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Formats;
using SynthFarm.Formats.Exporting;
using SynthFarm.Formats.Importing;

namespace SynthFarm.Cli.Commands.Problems.Formats;

/// <summary>Prints what became of an import or export as plain tables.</summary>
internal static class FormatReports
{
    public static void Write(ImportReport report, TextWriter output)
    {
        var answers = report.Answers;
        Counts(output,
        [
            ("records read", report.Read), ("problems written", report.Problems), ("duplicates", report.Duplicates), ("trees", report.Trees),
            ("solutions in trees", report.Solutions), ("steps in trees", report.Steps), ("answers correct", answers.Correct), ("answers wrong", answers.Wrong),
            ("answers undecided", answers.Unknown), ("labels that agree", answers.LabelAgrees), ("labels that differ", answers.LabelDiffers),
        ]);
        LeftOut(output, "records", report.LeftOut);
        Losses(output, report.Losses);
        foreach (var fault in report.Faults)
        {
            output.WriteLine(TerminalText.Line(fault.ToString()));
        }
    }

    public static void Write(ExportReport report, TextWriter output)
    {
        Counts(output, [("problems read", report.Problems), ("records written", report.Records), ("given back as imported", report.Restored)]);
        LeftOut(output, "problems", report.LeftOut);
        Losses(output, report.Losses);
    }

    private static void Counts(TextWriter output, IEnumerable<(string Name, long Count)> counts) =>
        TextTable.Write(output, ["what", "count"], counts.Where((pair, i) => i < 2 || pair.Count > 0).Select(pair => new[] { pair.Name, Number(pair.Count) }));

    private static void LeftOut(TextWriter output, string what, IReadOnlyDictionary<string, long> reasons) =>
        TextTable.Write(output, ["left out", what], reasons.Select(pair => new[] { pair.Key, Number(pair.Value) }));

    private static void Losses(TextWriter output, IReadOnlyList<Loss> losses) =>
        TextTable.Write(output, ["not kept", "count", "why"], losses.Select(loss => new[] { loss.Field, Number(loss.Count), loss.Reason }));

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
