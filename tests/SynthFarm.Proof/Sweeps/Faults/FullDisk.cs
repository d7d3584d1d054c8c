using SynthFarm.Proof.Processes;
using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps.Faults;

/// <summary>
/// A disk that is full after more and more bytes stops the run with the cause; with space again the run goes on. Where nothing can be
/// mounted, a limit on the size of files takes the disk's place.
/// </summary>
internal sealed class FullDisk : Fault
{
    private const int Steps = 8;

    public override string Name => "full disk";

    public override async Task TryAsync(Workspace workspace, RunFigures clean, ProofReport report)
    {
        var whole = Directory.EnumerateFiles(workspace.Place("undisturbed"), "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        var stopped = 0;
        for (var step = 1; step <= Steps; step++)
        {
            var bytes = whole * step / Steps;
            using var disk = MountedFolder.TryMount(workspace[$"disk-{step}"], bytes);
            var run = disk is null ? $"limited-{step}" : Path.Combine(workspace[$"disk-{step}"], $"full-{step}");
            var end = await workspace.Program.RunAsync(workspace.RunArguments(run), wrapper: disk is null ? LimitedFiles.Wrapper(bytes / 2) : null);
            report.Say($"  after {bytes >> 10} KiB: {end}");
            RequireNamed(end, report);
            stopped += end.ExitCode == 1 ? 1 : 0;
            disk?.Remount("size=1g");
            await GoOnAsync(workspace, run, clean, report);
        }

        report.Require(stopped > 0, $"the disk was never full while a run was at work");
    }

    private static void RequireNamed(CommandEnd end, ProofReport report)
    {
        report.Require(end.ExitCode is 0 or 1 or 2, $"{end} on a full disk");
        report.Require(
            end.ExitCode == 0 || end.Error.Contains("No space left on device", StringComparison.Ordinal) || end.Error.Contains("larger than is allowed", StringComparison.Ordinal),
            $"a full disk is not named: {end.Error}");
    }
}
