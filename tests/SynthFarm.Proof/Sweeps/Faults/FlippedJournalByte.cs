using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps.Faults;

/// <summary>A changed byte in the middle of the journal stops the run by file and offset; with the byte restored the run goes on.</summary>
internal sealed class FlippedJournalByte : Fault
{
    private const string Run = "flipped";

    public override string Name => "flipped byte in the journal";

    public override async Task TryAsync(Workspace workspace, RunFigures clean, ProofReport report)
    {
        await KilledAsync(workspace, Run, report);
        var segment = Segment(workspace, Run);
        var bytes = await File.ReadAllBytesAsync(segment);
        foreach (var at in new[] { 20, bytes.Length / 3, bytes.Length / 2 })
        {
            await File.WriteAllBytesAsync(segment, [.. bytes[..at], (byte)(bytes[at] ^ 16), .. bytes[(at + 1)..]]);
            var end = await workspace.Program.RunAsync(workspace.ResumeArguments(Run));
            RequireRefused(end, 1, report, $"{Path.GetFileName(segment)}: ", "at offset ", "damaged");
        }

        await File.WriteAllBytesAsync(segment, bytes);
        await GoOnAsync(workspace, Run, clean, report);
    }
}
