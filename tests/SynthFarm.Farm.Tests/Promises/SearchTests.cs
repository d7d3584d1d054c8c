using SynthFarm.Core.Search;
using SynthFarm.Core.Search.Mcts;
using SynthFarm.Core.Search.MctsG;
using SynthFarm.Core.Search.Omega;
using SynthFarm.Farm.Durability;
using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Tests.Support;
using SynthFarm.TestKit.Models;
using SynthFarm.TestKit.Time;

namespace SynthFarm.Farm.Tests.Promises;

/// <summary>Promises 1, 4 and 6 with every search: a run killed inside its trees ends as one that was not.</summary>
public sealed class SearchTests
{
    public static TheoryData<string> Names => [.. TreeSearches.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_run_killed_again_and_again_inside_its_trees_ends_the_same(string search)
    {
        using var clean = Harness(search);
        await clean.RunAsync();
        using var farm = Harness(search);
        for (var occurrence = 3; occurrence < 60; occurrence += 8)
        {
            await farm.CrashAsync("run", new ThrowingCrashPoints(FarmCrashPoint.StepsJournalled, occurrence));
        }

        var report = await farm.RunAsync();
        Assert.Equal(RunState.Finished, report.State);
        Assert.Equal(clean.Stored(), farm.Stored());
    }

    [Fact]
    public async Task A_problem_that_is_out_of_time_ends_with_that_reason()
    {
        var clock = new ManualTimeProvider();
        using var farm = new FarmHarness
        {
            Policy = new RecordingPolicyModel(new ScriptedPolicyModel((_, seed) =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return ScriptedPolicyModel.Candidate($"On {seed.Value % 97}.\n", Core.Models.StepFinish.Delimiter);
            })),
        };
        farm.Spec = farm.Spec with { Budget = new SearchBudget { MaxSeconds = 10 }, Concurrency = 1 };
        farm.Services = farm.Services with { Clock = clock };
        farm.WriteProblems(1);
        await farm.RunAsync();
        Assert.Contains("TimeBudget", farm.Stored()[0], StringComparison.Ordinal);
    }

    private static FarmHarness Harness(string search)
    {
        var farm = new FarmHarness();
        farm.Spec = farm.Spec with
        {
            Search = new SearchOptions
            {
                Name = search,
                Mcts = new MctsOptions { Iterations = 8, EndValue = 0 },
                Mctsg = new MctsGOptions { PreExpansion = 4, Iterations = 6 },
                Omega = new OmegaOptions { Rollouts = 4, Searches = 3 },
            },
        };
        farm.WriteProblems(8);
        return farm;
    }
}
