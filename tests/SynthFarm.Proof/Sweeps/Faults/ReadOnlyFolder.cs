using System.Runtime.Versioning;
using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps.Faults;

/// <summary>A run in a folder that has become read-only is refused by name, and goes on when it may write again.</summary>
internal sealed class ReadOnlyFolder : Fault
{
    public override string Name => "read-only folder";

    public override async Task TryAsync(Workspace workspace, RunFigures clean, ProofReport report)
    {
        var folder = workspace["read-only"];
        using var mounted = MountedFolder.TryMount(folder, 1L << 28);
        var run = Path.Combine(folder, "locked");
        await KilledAsync(workspace, run, report);
        if (mounted is null && (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess))
        {
            report.Say($"  left out: this process may write everywhere, and nothing can be mounted here");
            return;
        }

        Set(mounted, run, isReadOnly: true);
        RequireRefused(await workspace.Program.RunAsync(workspace.ResumeArguments(run)), 2, report, run);
        RequireRefused(await workspace.Program.RunAsync(workspace.RunArguments(run)), 2, report, run);
        Set(mounted, run, isReadOnly: false);
        await GoOnAsync(workspace, run, clean, report);
    }

    private static void Set(MountedFolder? mounted, string run, bool isReadOnly)
    {
        if (mounted is not null)
        {
            mounted.Remount(isReadOnly ? "ro" : "rw");
        }
        else if (!OperatingSystem.IsWindows())
        {
            SetModes(run, isReadOnly);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void SetModes(string run, bool isReadOnly)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(run, "*", SearchOption.AllDirectories).Append(run).ToList())
        {
            var write = Directory.Exists(entry) ? UnixFileMode.UserWrite | UnixFileMode.UserExecute : UnixFileMode.UserWrite;
            File.SetUnixFileMode(entry, UnixFileMode.UserRead | (isReadOnly ? write & UnixFileMode.UserExecute : write));
        }
    }
}
