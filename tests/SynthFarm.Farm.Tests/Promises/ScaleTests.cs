using System.Diagnostics;
using SynthFarm.Farm.Models;
using SynthFarm.Farm.Pipeline;
using SynthFarm.Farm.Runs;
using SynthFarm.Farm.Specification;
using SynthFarm.Farm.Tests.Support;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Farm.Tests.Promises;

/// <summary>Memory grows by some hundred bytes a problem, not by its text or tree. Run by name: half a minute.</summary>
public sealed class ScaleTests(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public async Task Twenty_thousand_problems_need_little_more_memory_than_a_thousand()
    {
        var small = await MeasureAsync(1_000);
        var large = await MeasureAsync(20_000);
        Assert.InRange(large, 0, small + (19_000 * 700));
    }

    /// <summary>How much the live heap grew at most while the run went on, in bytes.</summary>
    private async Task<long> MeasureAsync(int problems)
    {
        using var farm = new FarmHarness();
        farm.Spec = farm.Spec with { Concurrency = 16, Commit = new CommitOptions(), Journal = new JournalOptions() };
        farm.WriteProblems(problems);
        var policy = ScriptedPolicyModel.Wandering();
        var watch = Stopwatch.StartNew();
        var (before, peak) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        await using (var run = await FarmRun.OpenAsync(
            new RunRequest { Directory = farm.At("run"), Spec = farm.Spec, ProblemsPath = farm.ProblemsPath },
            new RunModels(policy, farm.Reward), farm.Services))
        {
            output.WriteLine($"{problems} problems: opened after {watch.Elapsed.TotalSeconds:F1} s");
            var running = run.RunAsync(default);
            while (await Task.WhenAny(running, Task.Delay(500)) != running)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
            }

            var report = await running;
            output.WriteLine($"ran in {report.Effort.Seconds} s: {report.Totals.Steps} steps, {report.Totals.Tokens} tokens, live heap grew by {peak >> 10} KiB, working set {report.Effort.PeakMemoryBytes >> 20} MiB");
        }

        watch.Restart();
        using (var reader = RunReader.Open(farm.At("run")))
        {
            output.WriteLine($"reader opened after {watch.Elapsed.TotalSeconds:F1} s");
            Assert.Equal(problems, reader.Progress().Totals.Finished);
        }

        watch.Restart();
        await using var again = await farm.OpenAsync(withProblems: false);
        output.WriteLine($"opened again after {watch.Elapsed.TotalSeconds:F1} s");
        return peak;
    }
}
