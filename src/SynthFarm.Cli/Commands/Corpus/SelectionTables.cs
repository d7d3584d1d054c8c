using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Selection.Reporting;
using SynthFarm.Corpus.Selection;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary>Prints the report of a selection as plain tables.</summary>
internal static class SelectionTables
{
    private const int BarWidth = 30;

    public static void Write(SelectionSummary summary, TextWriter output)
    {
        var report = summary.Report;
        TextTable.Write(
            output, ["", "before", "after"],
            [
                ["rows", Count(report.Before.Rows), Count(report.After.Rows)],
                ["problems", Count(report.Before.Problems), Count(report.After.Problems)],
                ["tokens", Count(report.Before.Tokens), Count(report.After.Tokens)],
            ]);
        TextTable.Write(
            output, ["rejected for", "before", "rejected", "after"],
            report.Stages.Select(s => new[] { s.Reason, Count(s.Before), Count(s.Rejected), Count(s.After) }));
        Topics(report.Topics, output);
        Difficulty(report.Difficulty, output);
        TextTable.Write(
            output, ["split", "problems", "rows", "tokens", "moved problems"],
            report.Splits.Select(s => new[] { CliJson.Name(s.Split), Count(s.Totals.Problems), Count(s.Totals.Rows), Count(s.Totals.Tokens), Count(s.MovedProblems) }));
        TextTable.Write(
            output, ["config", "before", "after", "left out by curators"],
            summary.Configs.Select(c => new[] { c.Config, Count(c.Before), Count(c.After), Count(c.Curated) }));
        Lines(summary, output);
    }

    private static void Topics(IReadOnlyList<TopicReport> topics, TextWriter output)
    {
        var hasSignal = topics.Any(t => t.Target.Factor is not null);
        string[] header = ["topic", "rows", "share", .. hasSignal ? ["signal", "reference", "factor"] : Array.Empty<string>(), "target", "selected", "share after"];
        TextTable.Write(output, header, topics.Select(t => (IReadOnlyList<string>)
        [
            t.Topic.Length == 0 ? "(none)" : t.Topic, Count(t.Before.Rows), Percent(t.ShareBefore),
            .. hasSignal ? [Number(t.Target.Signal), Number(t.Target.Reference), Number(t.Target.Factor)] : Array.Empty<string>(),
            Percent(t.Target.Share), Count(t.After.Rows), Percent(t.ShareAfter),
        ]));
    }

    private static void Difficulty(IReadOnlyList<DifficultyBin> bins, TextWriter output)
    {
        var most = Math.Max(1, bins.Max(b => b.After));
        TextTable.Write(
            output, ["difficulty", "before", "after", "selected"],
            bins.Where(b => b.Before > 0).Select(b => new[]
            {
                string.Create(CultureInfo.InvariantCulture, $"{b.From:F1} to {b.To:F1}"), Count(b.Before), Count(b.After),
                new string('#', (int)Math.Ceiling((double)b.After * BarWidth / most)),
            }));
    }

    private static void Lines(SelectionSummary summary, TextWriter output)
    {
        var (curriculum, noise, marks) = (summary.Report.Curriculum, summary.Report.Noise, summary.Report.Marks);
        if (curriculum.Topics.Count > 1)
        {
            output.WriteLine(Text($"curriculum  {curriculum.Topics.Count:N0} topics at cost {curriculum.Cost:F4}; nearest neighbour {curriculum.NearestNeighbourCost:F4}, random order {curriculum.RandomCost:F4}"));
            output.WriteLine($"            {TerminalText.Line(string.Join(" > ", curriculum.Topics.Select(t => t.Length == 0 ? "(none)" : t)), 200)}");
        }

        if (noise.Wanted + noise.Inherited + noise.Replaced > 0)
        {
            output.WriteLine(Text($"noise       {noise.Replaced:N0} wrong answers let in, {noise.Inherited:N0} there before, {noise.Wanted:N0} wanted: {100 * noise.Share:F1} % of the training rows"));
        }

        if (summary.Selection.MarksSha256 is not null)
        {
            output.WriteLine(Text($"marks       {marks.Accepted:N0} accepted, {marks.Rejected:N0} rejected, {marks.Flagged:N0} flagged rows of sft; {summary.UnusedMarks:N0} marks of no use"));
        }
    }

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";

    private static string Number(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? "-";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
