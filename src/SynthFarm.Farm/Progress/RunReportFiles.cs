using System.Text;
using System.Text.Json;
using SynthFarm.Corpus.Durability;
using SynthFarm.Farm.Runs;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Progress;

/// <summary>Writes and reads a run's report.</summary>
public static class RunReportFiles
{
    /// <summary>The report of a run directory; null when no start of it has ended yet.</summary>
    /// <exception cref="RunDirectoryException">It cannot be read as a report.</exception>
    public static RunReport? TryLoad(string directory)
    {
        var path = Path.Combine(directory, RunLayout.ReportJson);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<RunReport>(File.ReadAllBytes(path), SpecJson.Options);
        }
        catch (JsonException e)
        {
            throw new RunDirectoryException($"{path}: {e.Message}", e);
        }
    }

    internal static void Write(string directory, RunReport report)
    {
        Put(Path.Combine(directory, RunLayout.ReportJson), JsonSerializer.SerializeToUtf8Bytes(report, SpecJson.Options));
        Put(Path.Combine(directory, RunLayout.ReportMarkdown), Encoding.UTF8.GetBytes(ToMarkdown(report)));
    }

    /// <summary>The report for people.</summary>
    public static string ToMarkdown(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        var funnel = report.Totals.Funnel;
        ReportText.Line(text, $"# Run {report.ConfigHash[..12]}: {JsonNamingPolicy.CamelCase.ConvertName($"{report.State}")}");
        ReportText.Line(text, $"");
        if (report.Error is not null)
        {
            ReportText.Line(text, $"Stopped by: {ReportText.Cell(report.Error)}");
            ReportText.Line(text, $"");
        }

        ReportText.Line(text, $"Policy `{ReportText.Cell(report.Policy)}`, reward model `{ReportText.Cell(report.Reward)}`, search `{report.Search}`, seed {report.Seed}.");
        ReportText.Line(text, $"");
        ReportText.Line(text, $"| | count | of problems |");
        ReportText.Line(text, $"|---|---:|---:|");
        Row(text, "problems", funnel.Problems, funnel.Problems);
        Row(text, "trees", funnel.Trees, funnel.Problems);
        ReportText.Line(text, $"| finished paths | {funnel.Paths:N0} | |");
        ReportText.Line(text, $"| answered | {funnel.Answered:N0} | |");
        ReportText.Line(text, $"| correct | {funnel.Correct:N0} | |");
        Row(text, "accepted problems", funnel.Accepted, funnel.Problems);
        Row(text, "exhausted", report.Totals.Exhausted, funnel.Problems);
        Row(text, "failed", report.Totals.Failed, funnel.Problems);
        Row(text, "cancelled", report.Totals.Cancelled, funnel.Problems);
        Row(text, "open", report.Open, funnel.Problems);
        ReportText.Line(text, $"");
        ReportText.Line(text, $"{report.Totals.Steps:N0} steps and {report.Totals.Tokens:N0} tokens in the trees; {report.Duplicates:N0} duplicate lines; {report.Absent:N0} problems absent from the file.");
        ReportText.Line(text, $"Over all starts ({report.AllStarts.Starts:N0}): {report.AllStarts.GeneratedTokens:N0} tokens generated in {report.AllStarts.Seconds:N1} s. This start: {report.Effort.GeneratedTokens:N0} tokens in {report.Effort.Seconds:N1} s ({report.Effort.TokensPerSecond:N0} tokens/s), at most {report.Effort.PeakMemoryBytes >> 20:N0} MiB of memory, {report.Effort.Concurrency} problems at once.");
        if (report.AllStarts.Work is { } work)
        {
            ReportText.Line(text, $"");
            ReportText.Line(text, $"Token positions computed: policy {work.Policy.PositionsComputed:N0} ({work.Policy.ComputedPerUnique:N3} of the distinct ones), reward model {work.Reward.PositionsComputed:N0} ({work.Reward.ComputedPerUnique:N3}).");
        }

        if (report.Effort.Served is { } served)
        {
            ReportText.Line(text, $"");
            ReportText.Line(text, $"Servers gave {served.Answers:N0} answers in this start ({served.Repeated:N0} requests were sent again): {served.PromptTokens:N0} tokens of prompts, {served.CompletionTokens:N0} written.");
        }

        if (report.Panel is { } panel)
        {
            PanelTables.Write(panel, text);
        }

        if (report.Totals.Reasons.Count > 0)
        {
            ReportText.Line(text, $"");
            ReportText.Line(text, $"| why not accepted | problems |");
            ReportText.Line(text, $"|---|---:|");
            foreach (var (reason, count) in report.Totals.Reasons.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(20))
            {
                ReportText.Line(text, $"| {ReportText.Cell(reason)} | {count:N0} |");
            }
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, long count, long of) =>
        ReportText.Line(text, $"| {name} | {count:N0} | {(of > 0 ? 100.0 * count / of : 0):N1} % |");

    private static void Put(string path, byte[] contents)
    {
        DurableFiles.Write(path + DurableFiles.TemporarySuffix, contents);
        DurableFiles.Replace(path + DurableFiles.TemporarySuffix, path);
    }
}
