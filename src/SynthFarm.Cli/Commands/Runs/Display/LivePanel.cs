using Spectre.Console;
using Spectre.Console.Rendering;
using SynthFarm.Cli.Terminal;
using SynthFarm.Farm.Progress;

namespace SynthFarm.Cli.Commands.Runs.Display;

/// <summary>Shows a run as a panel that is redrawn four times a second.</summary>
internal sealed class LivePanel(CommandContext context, string title) : IRunDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.25);

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        Out = new AnsiConsoleOutput(context.Error),
    });

    private volatile string? _notice;

    public async Task ShowAsync(Func<RunProgress> progress, Task work)
    {
        await _console.Live(Draw(progress())).StartAsync(async live =>
        {
            while (!work.IsCompleted)
            {
                await Task.WhenAny(work, Task.Delay(Interval, context.Time)).ConfigureAwait(false);
                live.UpdateTarget(Draw(progress()));
                live.Refresh();
            }
        }).ConfigureAwait(false);
    }

    private IRenderable Draw(RunProgress progress) => PanelView.Render(title, progress, _notice, _console.Profile.Width);

    public void Notice(string text) => _notice = text;
}
