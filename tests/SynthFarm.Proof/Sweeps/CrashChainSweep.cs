using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps;

/// <summary>One run that dies at every named point, one after the other, each time going on from the last; quicker than a run for every point.</summary>
internal sealed class CrashChainSweep : Sweep
{
    private const string Run = "crashed";

    public override string Name => "crash-chain";

    public override IReadOnlyList<string> Settings => new CrashPointSweep().Settings;

    public override async Task RunAsync(Workspace workspace, ProofOptions options, ProofReport report)
    {
        await workspace.GenerateAsync(options.Problems > 0 ? options.Problems : 120);
        var clean = await workspace.UndisturbedAsync("undisturbed");
        foreach (var point in CrashPointSweep.RunPoints)
        {
            var end = await workspace.Program.RunAsync(workspace.RunArguments(Run), point);
            report.Require(end.IsKilled, $"{point} was not reached: {end}");
        }

        var last = await workspace.Program.RunAsync(workspace.ResumeArguments(Run));
        report.Require(last.ExitCode == 0, $"the last resume ended with {last}");
        var (once, all) = (clean.Report.AllStarts.GeneratedTokens, workspace.Report(Run).AllStarts.GeneratedTokens);
        var inFlight = CrashPointSweep.RunPoints.Count * options.Concurrency * clean.LargestExpansion;
        report.Say($"{CrashPointSweep.RunPoints.Count} crashes: {all:N0} tokens, {once:N0} in one pass");
        report.Require(all <= once + inFlight, $"{all} tokens were generated, {once} in one pass, {inFlight} could be in flight");

        foreach (var point in CrashPointSweep.PublicationPoints)
        {
            var end = await workspace.Program.RunAsync(workspace.PublishArguments(Run), point);
            report.Require(end.IsKilled, $"{point} was not reached: {end}");
        }

        await RequireEqualAsync(workspace, Run, clean.Files, report, $"after {CrashPointSweep.RunPoints.Count} crashes");
    }
}
