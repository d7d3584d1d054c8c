using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps.Faults;

/// <summary>A journal whose last record was half written is cut back, which is told, and the run goes on.</summary>
internal sealed class TornJournal : Fault
{
    private const string Run = "torn";

    public override string Name => "torn last record of the journal";

    public override async Task TryAsync(Workspace workspace, RunFigures clean, ProofReport report)
    {
        await KilledAsync(workspace, Run, report);
        var segment = Segment(workspace, Run);
        await using (var file = File.OpenWrite(segment))
        {
            file.SetLength(file.Length - 5);
        }

        var end = await GoOnAsync(workspace, Run, clean, report);
        RequireRefused(end, 0, report, $"{Path.GetFileName(segment)}: ", "unfinished record");
    }
}
