using SynthFarm.Farm.Progress;

namespace SynthFarm.Cli.Commands.Runs.Display;

/// <summary>Shows a run on standard error while it goes.</summary>
internal interface IRunDisplay
{
    /// <summary>Shows the run until the work has ended, however it ends; never throws the work's exception.</summary>
    Task ShowAsync(Func<RunProgress> progress, Task work);

    /// <summary>Shows a line for the log. Thread-safe.</summary>
    void Notice(string text);
}
