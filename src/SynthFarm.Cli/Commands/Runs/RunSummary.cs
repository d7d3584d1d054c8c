using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Farm.Progress;

namespace SynthFarm.Cli.Commands.Runs;

/// <summary>Tells how a run ended.</summary>
internal static class RunSummary
{
    private const int MaxReasons = 8;

    /// <summary>Prints the report for people, or <c>report.json</c> as it was written.</summary>
    public static void Write(CommandContext context, string directory, RunReport report, bool asJson)
    {
        if (asJson)
        {
            context.Out.WriteLine(File.ReadAllText(Path.Combine(directory, "report.json")));
        }
        else
        {
            foreach (var line in Lines(report))
            {
                context.Out.WriteLine(line);
            }
        }

        if (report.State is RunState.Interrupted or RunState.Cancelled)
        {
            context.Note($"Interrupted; what is finished is safe. To go on: {TerminalText.Line(ResumeHint.For(directory))}");
        }
    }

    private static IEnumerable<string> Lines(RunReport report)
    {
        var (totals, funnel, effort) = (report.Totals, report.Totals.Funnel, report.Effort);
        yield return $"problems  {Count(report.Problems)}: {Share(totals.Accepted, report.Problems, "accepted")}, {Share(totals.Exhausted, report.Problems, "exhausted")}, {Share(totals.Failed, report.Problems, "failed")}{Open(report)}";
        yield return $"trees     {Count(funnel.Trees)} with {Count(totals.Steps)} steps and {Count(totals.Tokens)} tokens";
        yield return $"paths     {Count(funnel.Paths)} ended, {Count(funnel.Answered)} answered, {Count(funnel.Correct)} correct";
        yield return Text($"effort    {effort.Seconds:N1} s, {effort.GeneratedTokens:N0} tokens generated ({effort.TokensPerSecond:N0} tokens/s), {effort.PeakMemoryBytes >> 20:N0} MiB of memory");
        if (report.AllStarts is { Starts: > 1 } all)
        {
            yield return Text($"          {all.Seconds:N1} s and {all.GeneratedTokens:N0} tokens over all {all.Starts:N0} starts");
        }

        if (effort.Served is { } served)
        {
            yield return Text($"servers   {served.Answers:N0} answers ({served.Repeated:N0} requests sent again), {served.PromptTokens:N0} tokens of prompts, {served.CompletionTokens:N0} written");
        }

        if (report.Panel is { Summary: var panel })
        {
            yield return $"rules     {Count(panel.Disagreements)} of {Count(panel.Pairs)} different answers are judged differently by published rules (report.md lists some)";
        }

        foreach (var (reason, count) in totals.Reasons.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MaxReasons))
        {
            yield return $"          {Count(count)} {TerminalText.Line(reason, 120)}";
        }
    }

    private static string Open(RunReport report) => report.Open > 0 ? $", {Count(report.Open)} open" : "";

    private static string Share(long part, long of, string name) => Text($"{part:N0} {name} ({(of > 0 ? 100.0 * part / of : 0):F1} %)");

    private static string Count(long value) => Text($"{value:N0}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
