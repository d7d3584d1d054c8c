using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps;

/// <summary>Runs the same problems with different numbers of them at once and compares the published files.</summary>
internal sealed class ConcurrencySweep(params int[] levels) : Sweep
{
    private readonly int[] _levels = levels is [] ? [1, 8, 64] : levels;

    public override string Name => "concurrency";

    public override async Task RunAsync(Workspace workspace, ProofOptions options, ProofReport report)
    {
        await workspace.GenerateAsync(options.Problems > 0 ? options.Problems : 400);
        RunFigures? first = null;
        foreach (var level in _levels)
        {
            var figures = await workspace.UndisturbedAsync($"at-{level}", level);
            var (totals, effort) = (figures.Report.Totals, figures.Report.Effort);
            report.Say($"{level,4} at once: {totals.Accepted} of {figures.Report.Problems} accepted, {effort.Seconds:F1} s, {effort.TokensPerSecond:N0} tokens/s, {effort.PeakMemoryBytes >> 20} MiB");
            if (first is null)
            {
                first = figures;
                continue;
            }

            var difference = figures.Files.DifferenceTo(first.Files);
            report.Require(difference is null, $"{level} at once, compared with {_levels[0]}: {difference}");
            report.Require(effort.GeneratedTokens == first.Report.Effort.GeneratedTokens, $"{level} at once: {effort.GeneratedTokens} tokens, {first.Report.Effort.GeneratedTokens} before");
        }
    }
}
