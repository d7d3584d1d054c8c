using System.Text;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Local;
using SynthFarm.Farm.Models;
using SynthFarm.Farm.ProblemFiles;
using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Runs;
using SynthFarm.Farm.Specification;
using SynthFarm.Farm.Tests.Support;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Farm.Tests.Local;

public sealed class LocalFarmTests : IDisposable
{
    private readonly FarmHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task A_submitted_run_goes_on_by_itself_and_can_be_followed_to_its_end()
    {
        await using var farm = NewFarm();
        var info = await farm.SubmitAsync(Submission(12));
        var events = new List<NumberedEvent>();
        await foreach (var happened in farm.EventsAsync(info.Name, 0))
        {
            events.Add(happened);
        }

        Assert.Equal(Enumerable.Range(1, events.Count).Select(n => (long)n), events.Select(happened => happened.Number));
        Assert.Equal(12, events.Count(happened => happened.Event is ProblemEnded));
        Assert.Equal(12, events.Select(happened => happened.Event).OfType<ProblemsCommitted>().Sum(commit => commit.Count));
        Assert.Equal(new StateChanged(RunState.Finished), events[^1].Event);
        var status = await farm.StatusAsync(info.Name);
        Assert.Equal((RunState.Finished, 12L, 0L), (status!.Progress.State, status.Progress.Totals.Finished, status.Progress.Pending));
        var trees = await farm.TreesAsync(info.Name).ToListAsync();
        Assert.Equal(12, trees.Count);
        Assert.Equal(trees[3].Tree!.Id, (await farm.TreeAsync(info.Name, trees[3].Problem.Id))!.Tree!.Id);
        var corpus = await farm.CorpusAsync(info.Name);
        Assert.True(corpus!.Includes(trees[0].Problem));
        Assert.False(corpus.Includes(Some.Problem(999)));
    }

    [Fact]
    public async Task A_reader_that_was_cut_off_goes_on_after_what_it_saw()
    {
        await using var farm = NewFarm();
        var info = await farm.SubmitAsync(Submission(5));
        var all = await farm.EventsAsync(info.Name, 0).ToListAsync();
        Assert.Equal(all[4..], await farm.EventsAsync(info.Name, 4).ToListAsync());
    }

    [Fact]
    public async Task The_same_submission_twice_is_one_run()
    {
        await using var farm = NewFarm();
        var first = await farm.SubmitAsync(Submission(8));
        var second = await farm.SubmitAsync(Submission(8));
        await farm.EventsAsync(first.Name, 0).ToListAsync();
        var tokens = _harness.Policy.Tokens;
        var third = await farm.SubmitAsync(Submission(8));
        await farm.EventsAsync(third.Name, 0).ToListAsync();
        Assert.Equal((first.Name, first.Name), (second.Name, third.Name));
        Assert.Equal(tokens, _harness.Policy.Tokens);
        Assert.Single(await farm.ListAsync());
    }

    [Fact]
    public async Task Other_problems_or_another_configuration_are_another_run()
    {
        await using var farm = NewFarm();
        var names = new[]
        {
            (await farm.SubmitAsync(Submission(3))).Name,
            (await farm.SubmitAsync(Submission(4))).Name,
            (await farm.SubmitAsync(Submission(3) with { Spec = _harness.Spec with { Seed = 9 } })).Name,
        };
        Assert.Equal(names.Order(StringComparer.Ordinal), (await farm.ListAsync()).Select(run => run.Name));
        Assert.All(names, name => Assert.Matches("^run-[0-9a-f]{12}$", name));
    }

    [Fact]
    public async Task A_cancelled_run_says_so_and_stays_cancelled_over_a_restart()
    {
        var blocked = new TaskCompletionSource();
        await using (var farm = NewFarm(blocked.Task))
        {
            var info = await farm.SubmitAsync(Submission(6) with { Name = "mine" });
            var cancelling = farm.CancelAsync("mine");
            blocked.SetResult();
            Assert.True(await cancelling);
            var progress = (await farm.StatusAsync("mine"))!.Progress;
            Assert.Equal((RunState.Cancelled, 6L, 0L), (progress.State, progress.Totals.Finished, progress.Pending));
            Assert.InRange(progress.Totals.Cancelled, 1, 6);
            var ends = await farm.TreesAsync("mine").Where(finished => finished.Outcome == ProblemOutcome.Cancelled).ToListAsync();
            Assert.All(ends, finished => Assert.Equal("the run was cancelled", finished.Reason));
            Assert.Equal(progress.Totals.Cancelled, ends.Count);
            Assert.False(await farm.CancelAsync("mine"));
            Assert.False(await farm.CancelAsync("nobody"));
        }

        await using var restarted = NewFarm();
        Assert.Empty(await restarted.RecoverAsync());
        await restarted.SubmitAsync(Submission(6) with { Name = "mine" });
        await restarted.EventsAsync("mine", 0).ToListAsync();
        Assert.Equal((RunState.Finished, 0L), ((await restarted.StatusAsync("mine"))!.Progress.State, (await restarted.StatusAsync("mine"))!.Progress.Totals.Cancelled));
    }

    [Fact]
    public async Task Runs_left_unfinished_go_on_after_a_restart()
    {
        var blocked = new TaskCompletionSource();
        string name;
        await using (var farm = NewFarm(blocked.Task))
        {
            name = (await farm.SubmitAsync(Submission(6))).Name;
            var closing = farm.DisposeAsync();
            blocked.SetResult();
            await closing;
        }

        await using var restarted = NewFarm();
        Assert.Equal([name], await restarted.RecoverAsync());
        await restarted.EventsAsync(name, 0).ToListAsync();
        Assert.Equal(RunState.Finished, (await restarted.StatusAsync(name))!.Progress.State);
    }

    [Fact]
    public async Task Bad_problems_are_named_as_submitted_and_leave_nothing_behind()
    {
        await using var farm = NewFarm();
        var submission = Submission(1) with { Problems = new MemoryStream("{\"problem\":\"x\"}"u8.ToArray()), ProblemsName = "upload.jsonl" };
        var error = await Assert.ThrowsAsync<ProblemFileException>(() => farm.SubmitAsync(submission));
        Assert.StartsWith("upload.jsonl: line 1, column ", error.Message, StringComparison.Ordinal);
        Assert.Empty(await farm.ListAsync());
        Assert.Empty(Directory.GetFiles(_harness.At("farm"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("A")]
    [InlineData(".uploads")]
    [InlineData("a\0")]
    [InlineData("a..b")]
    [InlineData("a.")]
    public async Task Names_that_could_leave_the_folder_are_refused(string name)
    {
        await using var farm = NewFarm();
        await Assert.ThrowsAsync<RunDirectoryException>(() => farm.SubmitAsync(Submission(1) with { Name = name }));
        Assert.Null(await farm.StatusAsync(name));
        Assert.Null(await farm.TreeAsync(name, "x"));
        Assert.Null(await farm.CorpusAsync(name));
    }

    private LocalFarm NewFarm(Task? gate = null) => new(_harness.At("farm"), new Factory(_harness, gate ?? Task.CompletedTask), _harness.Services);

    private RunSubmission Submission(int problems) => new()
    {
        Spec = _harness.Spec,
        Problems = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(1, problems).Select(n => Some.ProblemLine(n))))),
    };

    private sealed class Factory(FarmHarness harness, Task gate) : IModelFactory
    {
        public Task<RunModels> CreateAsync(string policyUri, string rewardUri, ServedOptions served, CancellationToken cancellationToken) =>
            Task.FromResult(new RunModels(new GatedPolicy(harness.Policy, gate), harness.Reward));
    }

    private sealed class GatedPolicy(RecordingPolicyModel inner, Task gate) : Core.Models.IPolicyModel
    {
        public string Identity => inner.Identity;

        public async Task<IReadOnlyList<Core.Models.StepCandidate>> ProposeAsync(Core.Models.StepRequest request, CancellationToken cancellationToken)
        {
            await gate;
            return await inner.ProposeAsync(request, cancellationToken);
        }
    }
}
