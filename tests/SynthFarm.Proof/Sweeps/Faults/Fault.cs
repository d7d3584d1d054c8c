using SynthFarm.Proof.Processes;
using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps.Faults;

/// <summary>One thing that goes wrong outside the run, what the command has to say to it, and that the run is whole once it is mended.</summary>
internal abstract class Fault
{
    public abstract string Name { get; }

    public abstract Task TryAsync(Workspace workspace, RunFigures clean, ProofReport report);

    /// <summary>Leaves a run killed in the middle of its work.</summary>
    protected static async Task KilledAsync(Workspace workspace, string run, ProofReport report)
    {
        var end = await workspace.Program.RunAsync(workspace.RunArguments(run), "search.steps.journalled:40").ConfigureAwait(false);
        report.Require(end.IsKilled, $"{run}: was to be killed, {end}");
    }

    /// <summary>Goes on with a run, which has to end as the undisturbed one did.</summary>
    protected static async Task<CommandEnd> GoOnAsync(Workspace workspace, string run, RunFigures clean, ProofReport report)
    {
        var end = await workspace.Program.RunAsync(workspace.IsAccepted(run) ? workspace.ResumeArguments(run) : workspace.RunArguments(run)).ConfigureAwait(false);
        report.Require(end.ExitCode == 0, $"{run}: going on ended with {end}");
        var difference = (await workspace.PublishAsync(run).ConfigureAwait(false)).DifferenceTo(clean.Files);
        report.Require(difference is null, $"{run}: {difference}");
        return end;
    }

    /// <summary>Requires that a command was refused and said all of this.</summary>
    protected static void RequireRefused(CommandEnd end, int exitCode, ProofReport report, params string[] said)
    {
        report.Require(end.ExitCode == exitCode, $"{end} where exit code {exitCode} was expected");
        foreach (var text in said)
        {
            report.Require(end.Error.Contains(text, StringComparison.Ordinal), $"\"{text}\" was not said, but: {end.Error}");
        }
    }

    /// <summary>The one segment of a run's journal.</summary>
    protected static string Segment(Workspace workspace, string run) => Directory.GetFiles(Path.Combine(workspace.Place(run), "journal"), "*.journal").Single();
}
