using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;
using SynthFarm.Proof.Sweeps.Faults;

namespace SynthFarm.Proof.Sweeps;

/// <summary>Disturbs runs from outside: the disk, the journal, a second process, the problem file.</summary>
internal sealed class FaultSweep(params Fault[] faults) : Sweep
{
    private static readonly Fault[] _all = [new BadProblemFile(), new SecondProcess(), new TornJournal(), new FlippedJournalByte(), new ReadOnlyFolder(), new FullDisk(), new LimitedFiles()];

    public override string Name => "faults";

    public override async Task RunAsync(Workspace workspace, ProofOptions options, ProofReport report)
    {
        await workspace.GenerateAsync(options.Problems > 0 ? options.Problems : 60);
        var clean = await workspace.UndisturbedAsync("undisturbed");
        foreach (var fault in faults is [] ? _all : faults)
        {
            report.Say($"{fault.Name}");
            await fault.TryAsync(workspace, clean, report);
        }
    }
}
