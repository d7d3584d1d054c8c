using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps.Faults;

/// <summary>A second process on a run directory is refused by the first one's id; the first goes on undisturbed. Readers are welcome.</summary>
internal sealed class SecondProcess : Fault
{
    private const string Run = "shared";

    public override string Name => "two processes on one run directory";

    public override async Task TryAsync(Workspace workspace, RunFigures clean, ProofReport report)
    {
        using (var first = workspace.Program.Start(workspace.RunArguments(Run)))
        {
            await first.FirstErrorLineAsync();
            await first.SignalAsync("STOP");
            var second = await workspace.Program.RunAsync(workspace.ResumeArguments(Run));
            RequireRefused(second, 2, report, $"{workspace.Place(Run)}: the process with the id {first.Id} is working on this run.");
            report.Require((await workspace.Program.RunAsync("status", workspace.Place(Run))).ExitCode == 0, $"status cannot read a run at work");
            await first.SignalAsync("CONT");
            report.Require((await first.EndAsync()).ExitCode == 0, $"the first process was disturbed");
        }

        await GoOnAsync(workspace, Run, clean, report);
    }
}
