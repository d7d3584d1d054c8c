using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Farm.Progress;

namespace SynthFarm.Cli.Commands.Runs.Display;

/// <summary>Shows a run as a line every few seconds.</summary>
internal sealed class PlainProgress(CommandContext context) : IRunDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    public async Task ShowAsync(Func<RunProgress> progress, Task work)
    {
        // Rates are measured from one look to the next.
        _ = progress();
        while (await Task.WhenAny(work, Task.Delay(Interval, context.Time)).ConfigureAwait(false) != work)
        {
            context.Note(Line(progress()));
        }
    }

    public void Notice(string text) => context.Note(TerminalText.Line(text));

    internal static string Line(RunProgress progress)
    {
        var totals = progress.Totals;
        var failed = totals.Failed > 0 ? $", {totals.Failed} failed" : "";
        var idle = progress.WhyIdle is { } why ? $"; {TerminalText.Line(why)}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{totals.Finished}/{progress.Problems} problems: {totals.Accepted} accepted, {totals.Exhausted} exhausted{failed}; {progress.TreesPerSecond:F1} trees/s, {progress.TokensPerSecond:N0} tokens/s; {Durations.Text(progress.Eta)} left{idle}");
    }
}
