using SynthFarm.Corpus.Durability;
using SynthFarm.Farm.Durability;
using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps;

/// <summary>Lets the process kill itself at every named point there is, the first time and a later time it is reached, and goes on.</summary>
internal sealed class CrashPointSweep : Sweep
{
    private const int Later = 3;

    /// <summary>The points that a run passes, in the order in which it passes them first.</summary>
    public static IReadOnlyList<string> RunPoints { get; } = [.. FarmCrashPoint.All, .. Points("corpus.")];

    /// <summary>The points that a publication to a folder passes; those of a store without rename are for Corpus.Tests/Publishing/StorePlaceTests.</summary>
    public static IReadOnlyList<string> PublicationPoints { get; } = Points("publish.");

    /// <summary>The points that a pull passes.</summary>
    public static IReadOnlyList<string> PullPoints { get; } = Points("pull.");

    public override string Name => "crash-points";

    /// <summary>Under these a small run reaches every point several times.</summary>
    public override IReadOnlyList<string> Settings { get; } = ["journal.segmentBytes=4096", "commit.maxProblems=5", "commit.maxSeconds=1", "commit.mergeParts=2"];

    public override async Task RunAsync(Workspace workspace, ProofOptions options, ProofReport report)
    {
        await workspace.GenerateAsync(options.Problems > 0 ? options.Problems : 40);
        var clean = await workspace.UndisturbedAsync("undisturbed");
        report.Say($"{RunPoints.Count} points of a run, {PublicationPoints.Count} of a publication, {PullPoints.Count} of a pull, each for the first and the {Later}. time");
        foreach (var point in RunPoints)
        {
            foreach (var occurrence in new[] { 1, Later })
            {
                await CrashRunAsync(workspace, clean, point, occurrence, report);
            }
        }

        foreach (var point in PublicationPoints)
        {
            foreach (var occurrence in new[] { 1, Later })
            {
                await CrashPublicationAsync(workspace, clean, point, occurrence, report);
            }
        }

        foreach (var point in PullPoints)
        {
            foreach (var occurrence in new[] { 1, Later })
            {
                await CrashPullAsync(workspace, clean, point, occurrence, report);
            }
        }
    }

    private static async Task CrashRunAsync(Workspace workspace, RunFigures clean, string point, int occurrence, ProofReport report)
    {
        const string run = "crashed";
        var end = await workspace.Program.RunAsync(workspace.RunArguments(run), $"{point}:{occurrence}");
        RequireReached(end.IsKilled, end.ExitCode == 0, point, occurrence, report);
        var again = await workspace.Program.RunAsync(workspace.IsAccepted(run) ? workspace.ResumeArguments(run) : workspace.RunArguments(run));
        report.Require(again.ExitCode == 0, $"{point}:{occurrence}: going on ended with {again}");
        await RequireEqualAsync(workspace, run, clean.Files, report, $"{point}:{occurrence}");
        var crashed = workspace.Report(run);
        var (tokens, allowed) = (crashed.AllStarts.GeneratedTokens, clean.Report.AllStarts.GeneratedTokens + (crashed.Effort.Concurrency * clean.LargestExpansion));
        report.Require(tokens <= allowed, $"{point}:{occurrence}: {tokens} tokens were generated, {allowed} are allowed");
        workspace.Remove(run);
    }

    private static async Task CrashPublicationAsync(Workspace workspace, RunFigures clean, string point, int occurrence, ProofReport report)
    {
        var place = workspace.PublishArguments("undisturbed")[^1];
        Directory.Delete(place, recursive: true);
        var end = await workspace.Program.RunAsync(workspace.PublishArguments("undisturbed"), $"{point}:{occurrence}");
        RequireReached(end.IsKilled, end.ExitCode == 0, point, occurrence, report);
        report.Require(
            !Directory.Exists(place) || (await workspace.Program.RunAsync("corpus", "check", place)).ExitCode == 0,
            $"{point}:{occurrence}: a snapshot that is not sound lies in its place");
        await RequireEqualAsync(workspace, "undisturbed", clean.Files, report, $"{point}:{occurrence}");
    }

    private static async Task CrashPullAsync(Workspace workspace, RunFigures clean, string point, int occurrence, ProofReport report)
    {
        var place = workspace["pulled"];
        string[] pull = ["corpus", "pull", workspace.PublishArguments("undisturbed")[^1], "--out", place];
        var end = await workspace.Program.RunAsync(pull, $"{point}:{occurrence}");
        RequireReached(end.IsKilled, end.ExitCode == 0, point, occurrence, report);
        report.Require(
            !Directory.Exists(place) || (await workspace.Program.RunAsync("corpus", "check", place)).ExitCode == 0,
            $"{point}:{occurrence}: a pulled snapshot that is not sound lies in its place");
        await workspace.MustAsync(pull);
        var difference = SnapshotFiles.Read(place).DifferenceTo(clean.Files);
        report.Require(difference is null, $"{point}:{occurrence}: {difference}");
        Directory.Delete(place, recursive: true);
    }

    private static void RequireReached(bool isKilled, bool isDone, string point, int occurrence, ProofReport report)
    {
        report.Say($"{point}:{occurrence}{(isKilled ? "" : " (not passed that often)")}");
        report.Require(isKilled || (isDone && occurrence > 1), $"{point}:{occurrence} was not reached");
    }

    private static IReadOnlyList<string> Points(string prefix) => [.. CrashPoint.All.Where(point => point.StartsWith(prefix, StringComparison.Ordinal))];
}
