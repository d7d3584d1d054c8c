using System.Diagnostics;

namespace SynthFarm.Proof.Sweeps.Faults;

/// <summary>A file system in memory with a size of its own; needs a privileged process on Linux. Unmounted when disposed.</summary>
internal sealed class MountedFolder : IDisposable
{
    private readonly string _path;

    private MountedFolder(string path) => _path = path;

    /// <summary>Mounts one; null where this process may not.</summary>
    public static MountedFolder? TryMount(string path, long bytes)
    {
        Directory.CreateDirectory(path);
        return OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Succeeds("mount", "-t", "tmpfs", "-o", $"size={bytes}", "proof", path)
            ? new MountedFolder(path)
            : null;
    }

    public bool Remount(string options) => Succeeds("mount", "-o", $"remount,{options}", _path);

    public void Dispose() => Succeeds("umount", _path);

    private static bool Succeeds(string command, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(command, args) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
