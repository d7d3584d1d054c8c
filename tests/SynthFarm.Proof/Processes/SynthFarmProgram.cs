using System.Diagnostics;

namespace SynthFarm.Proof.Processes;

/// <summary>The built command, started as processes of its own with an environment free of other settings for it.</summary>
internal sealed class SynthFarmProgram(string path)
{
    public const string CrashVariable = "SYNTHFARM_CRASH_AT";

    /// <param name="args">Command and options.</param>
    /// <param name="crashAt">Where the process kills itself, <c>point</c> or <c>point:n</c>; null for nowhere.</param>
    /// <param name="wrapper">A command that starts the process, e.g. <c>prlimit --fsize=4096</c>.</param>
    public RunningCommand Start(IReadOnlyList<string> args, string? crashAt = null, IReadOnlyList<string>? wrapper = null)
    {
        string[] program = path.EndsWith(".dll", StringComparison.Ordinal) ? ["dotnet", path] : [path];
        string[] line = [.. wrapper ?? [], .. program, .. args];
        var start = new ProcessStartInfo(line[0], line.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("SYNTHFARM_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        if (crashAt is not null)
        {
            start.Environment[CrashVariable] = crashAt;
        }

        return new RunningCommand(start);
    }

    public async Task<CommandEnd> RunAsync(IReadOnlyList<string> args, string? crashAt = null, IReadOnlyList<string>? wrapper = null)
    {
        using var running = Start(args, crashAt, wrapper);
        return await running.EndAsync().ConfigureAwait(false);
    }

    public Task<CommandEnd> RunAsync(params string[] args) => RunAsync((IReadOnlyList<string>)args);
}
