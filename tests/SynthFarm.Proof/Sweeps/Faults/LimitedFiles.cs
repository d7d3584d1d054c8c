using System.Globalization;
using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps.Faults;

/// <summary>
/// A limit on the size of files stops the acceptance of problems, the merge of a run's parts and a publication, each with the name of the
/// file and the cause; without the limit all of them go on.
/// </summary>
internal sealed class LimitedFiles : Fault
{
    private const string Run = "limited";
    private const int BlockBytes = 512;
    private const string Cause = "The file would be larger than is allowed here";

    public override string Name => "limit on the size of files";

    public override async Task TryAsync(Workspace workspace, RunFigures clean, ProofReport report)
    {
        if (OperatingSystem.IsWindows())
        {
            report.Say($"  left out: there is no such limit here");
            return;
        }

        await StopAcceptanceAsync(workspace, report);
        await StopMergeAsync(workspace, clean, report);
        await StopShardAsync(workspace, clean, report);
    }

    /// <summary>Starts a command whose files must not grow above so many bytes: a write beyond fails, as on a full disk.</summary>
    public static IReadOnlyList<string> Wrapper(long bytes) =>
    [
        // Unless told not to, the system ends the process instead, and the runtime writes code into a file in memory.
        "sh", "-c", "trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f \"$0\"; exec \"$@\"",
        (bytes / BlockBytes).ToString(CultureInfo.InvariantCulture),
    ];

    private static async Task StopAcceptanceAsync(Workspace workspace, ProofReport report)
    {
        var run = workspace.Place(Run);
        var end = await workspace.Program.RunAsync(Arguments(workspace), wrapper: Wrapper(new FileInfo(workspace.Problems).Length / 2));
        report.Say($"  run: {end}");
        RequireRefused(end, 2, report, Cause, Path.Combine(run, "problems"));
    }

    /// <summary>A run of many parts: publishing first merges some of them, in the store's own form.</summary>
    private static async Task StopMergeAsync(Workspace workspace, RunFigures clean, ProofReport report)
    {
        await workspace.MustAsync([.. Arguments(workspace)]);
        await StopPublicationAsync(workspace, Run, 4096, "scratch", report);
        await GoOnAsync(workspace, Run, clean, report);
    }

    private static async Task StopShardAsync(Workspace workspace, RunFigures clean, ProofReport report)
    {
        const string run = "undisturbed";
        var largest = new DirectoryInfo(workspace.PublishArguments(run)[^1]).EnumerateFiles("*.parquet", SearchOption.AllDirectories).Max(file => file.Length);
        var snapshot = await StopPublicationAsync(workspace, run, largest / 2, "snapshot", report);
        await workspace.MustAsync([.. workspace.PublishArguments(run).SkipLast(1), snapshot]);
        var difference = SnapshotFiles.Read(snapshot).DifferenceTo(clean.Files);
        report.Require(difference is null, $"published without the limit: {difference}");
    }

    /// <returns>Where the snapshot was to be.</returns>
    private static async Task<string> StopPublicationAsync(Workspace workspace, string run, long bytes, string part, ProofReport report)
    {
        var snapshot = workspace[$"{run}-{Run}.snapshot"];
        var end = await workspace.Program.RunAsync([.. workspace.PublishArguments(run).SkipLast(1), snapshot], wrapper: Wrapper(bytes));
        report.Say($"  publication: {end}");
        RequireRefused(end, 1, report, Cause, Path.Combine(snapshot + ".tmp-publish", part));
        report.Require(!Directory.Exists(snapshot), $"half a snapshot is left at {snapshot}");
        return snapshot;
    }

    /// <summary>Each problem is a part and stays one, so that there are more than publishing reads at once.</summary>
    private static IReadOnlyList<string> Arguments(Workspace workspace) =>
        [.. workspace.RunArguments(Run), "--set", "commit.maxProblems=1", "--set", "commit.mergeParts=0"];
}
