using System.Diagnostics;
using SynthFarm.Proof.Processes;
using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps;

/// <summary>Lets one process work for a long time, looks at its memory every second, and asks it to stop.</summary>
internal sealed class SoakSweep : Sweep
{
    private const int ProblemsPerMinute = 4000;
    // What is kept of each problem is far below a MiB here; the rest is the collector's coming and going.
    private const double AllowedGrowth = 0.02;
    private static readonly TimeSpan _told = TimeSpan.FromMinutes(5);

    public override string Name => "soak";

    public override async Task RunAsync(Workspace workspace, ProofOptions options, ProofReport report)
    {
        await workspace.GenerateAsync(options.Problems > 0 ? options.Problems : (int)Math.Ceiling(options.Minutes * ProblemsPerMinute));
        using var running = workspace.Program.Start(workspace.RunArguments("soaked"));
        await running.FirstErrorLineAsync();
        var samples = await SampleAsync(running, TimeSpan.FromMinutes(options.Minutes), report);
        report.Require(!running.HasExited, $"the run ended before {options.Minutes} minutes were over; give it more problems");
        await running.SignalAsync("TERM");
        var end = await running.EndAsync();
        report.Require(end.ExitCode == 130, $"asked to stop, the run ended with {end}");

        // The first third fills caches.
        var settled = samples.Skip(samples.Count / 3).ToList();
        var (mean, slope) = (settled.Average(sample => sample.Bytes), Slope(settled));
        var totals = workspace.Report("soaked").Totals;
        report.Say($"{options.Minutes} minutes, {totals.Finished:N0} problems ended, {totals.Tokens:N0} tokens: mean {mean / (1 << 20):F1} MiB, peak {end.PeakMemoryBytes >> 20} MiB, {slope * 60 / (1 << 20):+0.000;-0.000} MiB a minute");
        var growth = slope * (settled[^1].Seconds - settled[0].Seconds);
        report.Require(growth <= AllowedGrowth * mean, $"memory grew by {growth / (1 << 20):F1} MiB while it had a mean of {mean / (1 << 20):F1} MiB");
    }

    private static async Task<IReadOnlyList<(double Seconds, double Bytes)>> SampleAsync(RunningCommand running, TimeSpan duration, ProofReport report)
    {
        var samples = new List<(double, double)>();
        var watch = Stopwatch.StartNew();
        for (var next = _told; watch.Elapsed < duration && running.Memory() is { } memory;)
        {
            samples.Add((watch.Elapsed.TotalSeconds, memory.Now));
            if (watch.Elapsed >= next)
            {
                report.Say($"  after {next.TotalMinutes} minutes: {memory.Now / (double)(1 << 20):F1} MiB");
                next += _told;
            }

            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        return samples;
    }

    /// <summary>The least-squares slope in bytes a second.</summary>
    private static double Slope(IReadOnlyList<(double Seconds, double Bytes)> samples)
    {
        var (time, bytes) = (samples.Average(sample => sample.Seconds), samples.Average(sample => sample.Bytes));
        return samples.Sum(sample => (sample.Seconds - time) * (sample.Bytes - bytes)) / samples.Sum(sample => Math.Pow(sample.Seconds - time, 2));
    }
}
