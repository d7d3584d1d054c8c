using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using SynthFarm.Cli.Terminal;
using SynthFarm.Farm.Progress;

namespace SynthFarm.Cli.Commands.Runs.Display;

/// <summary>Draws one moment of a run.</summary>
internal static class PanelView
{
    private const int BarWidth = 40;
    private const int PanelWidth = 78;

    /// <param name="title">Names the run; from the user, so it is escaped.</param>
    /// <param name="progress">The moment.</param>
    /// <param name="notice">The latest line of the log; null when there is none.</param>
    /// <param name="width">The terminal's width.</param>
    public static IRenderable Render(string title, RunProgress progress, string? notice, int width)
    {
        var totals = progress.Totals;
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        Row(grid, "problems", Text($"{totals.Finished:N0} of {progress.Problems:N0}, {progress.InFlight} in flight"));
        grid.AddRow(new Text(""), Bar(totals.Finished, progress.Problems));
        Row(grid, "yield", Text($"{totals.Accepted:N0} accepted ({Percent(totals.Accepted, totals.Finished)}), {totals.Exhausted:N0} exhausted, {totals.Failed:N0} failed"));
        Row(grid, "paths", Text($"{totals.Funnel.Paths:N0} ended, {totals.Funnel.Answered:N0} answered, {totals.Funnel.Correct:N0} correct"));
        Row(grid, "speed", Text($"{progress.TreesPerSecond:F1} trees/s, {progress.TokensPerSecond:N0} tokens/s"));
        Row(grid, "time", Text($"{Durations.Text(progress.Elapsed)}, {Durations.Text(progress.Eta)} left"));
        var last = progress.State == RunState.Draining ? "stopping: finishing what is in flight; Ctrl+C again quits at once" : progress.WhyIdle ?? notice;
        if (last is not null)
        {
            Row(grid, "note", TerminalText.Line(last, 200));
        }

        return new Panel(grid) { Width = Math.Min(width, PanelWidth) }.Header(Markup.Escape($" {TerminalText.Line(title, 60)} ")).BorderColor(Color.Grey);
    }

    private static void Row(Grid grid, string name, string value) => grid.AddRow(new Text(name, new Style(Color.Grey)), new Text(value));

    private static Markup Bar(long done, long of)
    {
        var filled = of > 0 ? (int)(BarWidth * done / of) : 0;
        return new Markup($"[green]{new string('━', filled)}[/][grey]{new string('━', BarWidth - filled)}[/]");
    }

    private static string Percent(long part, long of) => of > 0 ? Text($"{100.0 * part / of:F1} %") : "-";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
