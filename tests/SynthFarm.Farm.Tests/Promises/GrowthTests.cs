using SynthFarm.Farm.Models;
using SynthFarm.Farm.Pipeline;
using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Specification;
using SynthFarm.Farm.Tests.Support;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Farm.Tests.Promises;

/// <summary>
/// While a run goes on it keeps of each finished problem its entry in the corpus's index and its commit's in the manifest, and nothing else:
/// no text, no step, no journal record.
/// </summary>
[Collection(nameof(GrowthTests))]
[CollectionDefinition(nameof(GrowthTests), DisableParallelization = true)]
public sealed class GrowthTests(ITestOutputHelper output)
{
    private const int Problems = 6_000;
    private const int AllowedBytes = 200;

    [Fact]
    public async Task A_finished_problem_leaves_less_than_two_hundred_bytes_behind()
    {
        using var farm = new FarmHarness();

        // A merge at work holds some open parts, whatever the number of problems; here is asked what stays.
        farm.Spec = farm.Spec with { Concurrency = 8, Commit = new CommitOptions { MergeParts = 0 }, Journal = new JournalOptions() };
        farm.WriteProblems(Problems);
        var (committed, live) = (0, new SortedDictionary<int, long>());
        await using var run = await FarmRun.OpenAsync(
            new RunRequest { Directory = farm.At("run"), Spec = farm.Spec, ProblemsPath = farm.ProblemsPath },
            new RunModels(ScriptedPolicyModel.Wandering(), farm.Reward),
            farm.Services with { Events = Note });
        await run.RunAsync(default);

        // The first thousand fill what is filled once, and a merge of parts takes memory while it lasts: the least of an early and of a late
        // span is what stays. The index's table doubles, so the spans are far apart.
        var from = live.Where(look => look.Key is >= 1_000 and < 3_000).MinBy(look => look.Value);
        var to = live.Where(look => look.Key >= 4_000).MinBy(look => look.Value);
        var each = (double)(to.Value - from.Value) / (to.Key - from.Key);
        output.WriteLine(string.Join(", ", live.Select(look => $"{look.Key}: {look.Value >> 10} KiB")));
        output.WriteLine($"{each:F0} bytes a problem");
        Assert.True(each < AllowedBytes, $"{each:F0} bytes a problem; {AllowedBytes} are allowed.");

        void Note(RunEvent happened)
        {
            if (happened is ProblemsCommitted batch && (committed += batch.Count) / 500 > (committed - batch.Count) / 500)
            {
                live[committed] = GC.GetTotalMemory(forceFullCollection: true);
            }
        }
    }
}
