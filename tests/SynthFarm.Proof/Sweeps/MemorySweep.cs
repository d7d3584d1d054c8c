using SynthFarm.Farm.Progress;
using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps;

/// <summary>Measures rates and peak memory of run, publish and check for a small and a large problem set.</summary>
internal sealed class MemorySweep : Sweep
{
    private const double AllowedGrowth = 1.10;

    public override string Name => "memory";

    public override async Task RunAsync(Workspace workspace, ProofOptions options, ProofReport report)
    {
        var large = options.Problems > 0 ? options.Problems : 20_000;
        var small = Math.Max(1, large / 20);
        var before = await MeasureAsync(workspace, small, report);
        var after = await MeasureAsync(workspace, large, report);
        foreach (var (what, one, other) in before.Zip(after, (a, b) => (a.What, a.Bytes, b.Bytes)))
        {
            report.Require(other <= AllowedGrowth * one, $"{what} needs {other >> 20} MiB for {large} problems, {one >> 20} MiB for {small}");
        }
    }

    private static async Task<IReadOnlyList<(string What, long Bytes)>> MeasureAsync(Workspace workspace, int problems, ProofReport report)
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
        return [("run", Math.Max(ran.PeakMemoryBytes, figures.Effort.PeakMemoryBytes)), ("publish", published.PeakMemoryBytes), ("check", check.PeakMemoryBytes)];
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
