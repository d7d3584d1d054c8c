using SynthFarm.Farm.Progress;
using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps;

/// <summary>Measures rates and peak memory of run, publish and check for a small and a large problem set.</summary>
internal sealed class MemorySweep : Sweep
{
    private const double AllowedGrowth = 1.10;

    // Publishing holds at most 16 parts and a row group of each config, check so many ids: bounds, but small sets do not come near them.
    private const long AllowedBytes = 256L << 20;

    public override string Name => "memory";

    public override async Task RunAsync(Workspace workspace, ProofOptions options, ProofReport report)
    {
        var large = options.Problems > 0 ? options.Problems : 20_000;
        var small = Math.Max(1, large / 20);
        var before = await MeasureAsync(workspace, small, report);
        var after = await MeasureAsync(workspace, large, report);
        var growth = (double)after.Run / before.Run;
        report.Say($"run: {growth:F3} times the memory for {large / small} times the problems");
        report.Require(growth <= AllowedGrowth, $"run needs {after.Run >> 20} MiB for {large} problems, {before.Run >> 20} MiB for {small}");
        report.Say($"publish: {(double)after.Publish / before.Publish:F3} times the memory, check: {(double)after.Check / before.Check:F3} times");
        report.Require(after.Publish <= AllowedBytes, $"publish needs {after.Publish >> 20} MiB for {large} problems");
        report.Require(after.Check <= AllowedBytes, $"check needs {after.Check >> 20} MiB for {large} problems");
    }

    private static async Task<(long Run, long Publish, long Check)> MeasureAsync(Workspace workspace, int problems, ProofReport report)
    {
        var run = $"run-{problems}";
        await workspace.GenerateAsync(problems);
        var ran = await workspace.MustAsync([.. workspace.RunArguments(run)]);
        var figures = workspace.Report(run);
        Tell(figures, report);
        var publication = workspace.PublishArguments(run);
        var published = await workspace.MustAsync([.. publication]);
        var check = await workspace.MustAsync("corpus", "check", publication[^1]);
        var size = Directory.EnumerateFiles(publication[^1], "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        report.Say($"  peak memory: run {ran.PeakMemoryBytes >> 20} MiB, publish {published.PeakMemoryBytes >> 20} MiB, check {check.PeakMemoryBytes >> 20} MiB; snapshot {size >> 10:N0} KiB");
        workspace.Remove(run);
        return (Math.Max(ran.PeakMemoryBytes, figures.Effort.PeakMemoryBytes), published.PeakMemoryBytes, check.PeakMemoryBytes);
    }

    private static void Tell(RunReport figures, ProofReport report)
    {
        var (totals, effort) = (figures.Totals, figures.Effort);
        report.Say($"{figures.Problems:N0} problems: {totals.Accepted:N0} accepted, {totals.Tokens:N0} tokens in {totals.Steps:N0} steps, {effort.Seconds:F1} s: {figures.Problems / effort.Seconds:F1} trees/s, {effort.TokensPerSecond:N0} tokens/s");
        report.Require(effort.Work is not null, $"the report does not tell what the models computed");
        if (effort.Work is { } work)
        {
            report.Say($"  computed over unique token positions: policy {work.Policy.ComputedPerUnique} of {work.Policy.PositionsUnique:N0}, reward model {work.Reward.ComputedPerUnique} of {work.Reward.PositionsUnique:N0}");
        }
    }
}
