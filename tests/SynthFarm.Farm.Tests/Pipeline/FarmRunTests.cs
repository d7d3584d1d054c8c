using SynthFarm.Core.Models;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Models;
using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Runs;
using SynthFarm.Farm.Tests.Support;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Farm.Tests.Pipeline;

public sealed class FarmRunTests : IDisposable
{
    private readonly FarmHarness _farm = new();

    public void Dispose() => _farm.Dispose();

    [Fact]
    public async Task Every_problem_ends_once_and_the_report_counts_what_is_stored()
    {
        _farm.WriteLines(Enumerable.Range(1, 40).Select(n => Some.ProblemLine(n)).Append(Some.ProblemLine(3)));
        var report = await _farm.RunAsync();
        var stored = CorpusReader.Open(_farm.At("run")).Read().ToList();
        Assert.Equal(RunState.Finished, report.State);
        Assert.Equal(40, stored.Select(finished => finished.Problem.Id).Distinct().Count());
        Assert.Equal(40, stored.Count);
        Assert.Equal(1, report.Duplicates);
        Assert.Equal(stored.Count(finished => finished.Outcome == ProblemOutcome.Accepted), report.Totals.Accepted);
        Assert.InRange(report.Totals.Accepted, 1, 39);
        Assert.Equal(40, report.Totals.Accepted + report.Totals.Exhausted);
        Assert.Equal(stored.Sum(finished => finished.Tree!.GeneratedTokens), report.Totals.Tokens);
        Assert.Equal(stored.Sum(finished => finished.Tree!.Steps.Count(step => step.IsTerminal)), report.Totals.Funnel.Paths);
        Assert.Equal(stored.Sum(finished => finished.Tree!.CorrectLeaves().Count()), report.Totals.Funnel.Correct);
        Assert.Equal(_farm.Policy.Tokens, report.Effort.GeneratedTokens);
        Assert.Equal(report.Totals, RunReportFiles.TryLoad(_farm.At("run"))!.Totals, Same);
        Assert.Contains($"| accepted problems | {report.Totals.Accepted} |", File.ReadAllText(_farm.At("run", "report.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finished_run_started_again_does_nothing()
    {
        _farm.WriteProblems(12);
        var first = await _farm.RunAsync();
        var before = (_farm.Policy.Tokens, string.Concat(_farm.Stored()));
        var again = await _farm.RunAsync(withProblems: false);
        Assert.Equal(before, (_farm.Policy.Tokens, string.Concat(_farm.Stored())));
        Assert.Equal(0, again.Effort.GeneratedTokens);
        Assert.Equal(first.Totals, again.Totals, Same);
    }

    [Fact]
    public async Task A_report_keeps_what_all_starts_did_together()
    {
        _farm.WriteProblems(12);
        var work = new RunWork(new ModelWork(100, 90, 10), new ModelWork(50, 50, 0));
        _farm.Work = () => work;
        _farm.Policy = new RecordingPolicyModel(new ScriptedPolicyModel((request, seed) =>
        {
            work += new RunWork(new ModelWork(7, 5, 3), new ModelWork(2, 1, 4));
            return ScriptedPolicyModel.Wandering().ProposeAsync(request with { Seeds = [seed] }, default).Result[0];
        }));
        _farm.Spec = _farm.Spec with { Concurrency = 1 };
        using var stop = new CancellationTokenSource();
        var services = _farm.Services;
        _farm.Services = services with { Judges = new ProblemJudges(problem => { stop.Cancel(); return services.Judges.Answers(problem); }, _ => null) };
        var first = await _farm.RunAsync(stop: stop.Token);
        _farm.Services = services;
        var second = await _farm.RunAsync(withProblems: false);
        var third = await _farm.RunAsync(withProblems: false);

        Assert.Equal((RunState.Interrupted, RunState.Finished, 0L), (first.State, second.State, third.Effort.GeneratedTokens));
        Assert.InRange(first.Effort.GeneratedTokens, 1, _farm.Policy.Tokens - 1);
        Assert.Equal(
            (3, _farm.Policy.Tokens, first.Effort.PolicyCalls + second.Effort.PolicyCalls, first.Effort.ScoredSteps + second.Effort.ScoredSteps),
            (third.AllStarts.Starts, third.AllStarts.GeneratedTokens, third.AllStarts.PolicyCalls, third.AllStarts.ScoredSteps));
        Assert.Equal(first.Effort.Seconds + second.Effort.Seconds + third.Effort.Seconds, third.AllStarts.Seconds, 2e-3);
        Assert.Equal(work - new RunWork(new ModelWork(100, 90, 10), new ModelWork(50, 50, 0)), third.AllStarts.Work);
        Assert.Equal(new ModelWork(0, 0, 0), third.Effort.Work!.Policy);
        Assert.Equal(third.AllStarts, RunReportFiles.TryLoad(_farm.At("run"))!.AllStarts);
    }

    [Fact]
    public async Task A_report_that_cannot_be_read_keeps_no_run_from_going_on()
    {
        _farm.WriteProblems(3);
        var first = await _farm.RunAsync();
        await File.WriteAllTextAsync(_farm.At("run", "report.json"), "{");
        var again = await _farm.RunAsync(withProblems: false);
        Assert.Equal((1, first.AllStarts.GeneratedTokens), (again.AllStarts.Starts, again.AllStarts.GeneratedTokens));
        Assert.Contains(_farm.Events, happened => happened is RunNotice notice && notice.Text.Contains("report.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_problem_file_is_a_finished_run()
    {
        _farm.WriteLines([]);
        var report = await _farm.RunAsync();
        Assert.Equal((RunState.Finished, 0L), (report.State, report.Problems));
    }

    [Fact]
    public async Task Stored_trees_are_equal_at_any_concurrency()
    {
        _farm.WriteProblems(30);
        foreach (var concurrency in new[] { 1, 8, 64 })
        {
            _farm.Spec = _farm.Spec with { Concurrency = concurrency };
            await _farm.RunAsync($"run{concurrency}");
        }

        Assert.Equal(_farm.Stored("run1"), _farm.Stored("run8"));
        Assert.Equal(_farm.Stored("run1"), _farm.Stored("run64"));
    }

    [Fact]
    public async Task A_model_that_fails_on_one_problem_fails_that_problem_only_and_resuming_tries_it_again()
    {
        _farm.WriteProblems(10);
        var broken = true;
        var wandering = ScriptedPolicyModel.Wandering();
        _farm.Policy = new RecordingPolicyModel(new ScriptedPolicyModel(
            (request, seed) => broken && request.Problem.Answer is "4" or "7" && broken
                ? throw new ModelException("the server says no")
                : wandering.ProposeAsync(request with { Seeds = [seed] }, default).Result[0],
            wandering.Identity));
        var report = await _farm.RunAsync();
        Assert.Equal((RunState.Finished, 2L, 8L), (report.State, report.Totals.Failed, report.Totals.Accepted + report.Totals.Exhausted));
        Assert.Equal(2, report.Totals.Reasons["failed: the server says no"]);

        broken = false;
        var again = await _farm.RunAsync(withProblems: false);
        Assert.Equal((0L, 10L), (again.Totals.Failed, again.Totals.Finished));
        using var clean = new FarmHarness();
        clean.WriteProblems(10);
        await clean.RunAsync();
        Assert.Equal(clean.Stored(), _farm.Stored());
    }

    [Fact]
    public async Task A_defect_in_a_search_fails_its_problem_and_is_told()
    {
        _farm.WriteProblems(6);
        _farm.Reward = new ScriptedRewardModel((request, _) => request.Problem.Answer == "2" ? throw new InvalidCastException("oops") : new StepReward(0.5f));
        var report = await _farm.RunAsync();
        Assert.Equal((1L, 6L), (report.Totals.Failed, report.Totals.Finished));
        Assert.Equal(1, report.Totals.Reasons["failed: internal error: InvalidCastException: oops"]);
    }

    [Theory]
    [InlineData(true, "a step with half a surrogate pair (U+D83D) at position 5")]
    [InlineData(false, "a negative token id")]
    public async Task Output_that_cannot_be_stored_fails_the_problem_by_name(bool isText, string expected)
    {
        _farm.WriteProblems(1);
        var candidate = isText ? new StepCandidate("half \ud83d a pair", [1], -1, StepFinish.Delimiter) : new StepCandidate("fine\n", [-5], -1, StepFinish.Delimiter);
        _farm.Policy = new RecordingPolicyModel(new ScriptedPolicyModel((_, _) => candidate));
        var report = await _farm.RunAsync();
        Assert.Contains(expected, Assert.Single(report.Totals.Reasons).Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_brings_everything_in_flight_to_safety_and_resuming_generates_nothing_twice()
    {
        using var clean = new FarmHarness();
        clean.WriteProblems(30);
        await clean.RunAsync();

        _farm.WriteProblems(30);
        using var stop = new CancellationTokenSource();
        var policy = new RecordingPolicyModel(new ScriptedPolicyModel((request, seed) =>
        {
            if (_farm.Policy.Requests.Count > 40)
            {
                stop.Cancel();
            }

            return ScriptedPolicyModel.Wandering().ProposeAsync(request with { Seeds = [seed] }, default).Result[0];
        }, clean.Policy.Identity));
        _farm.Policy = policy;
        var report = await _farm.RunAsync(stop: stop.Token);
        Assert.Equal(RunState.Interrupted, report.State);
        Assert.InRange(report.Open, 1, 29);
        Assert.Equal(30 - report.Open, _farm.Stored().Count);
        using (var reader = RunReader.Open(_farm.At("run")))
        {
            Assert.Equal((RunState.Interrupted, report.Open), (reader.Progress().State, reader.Progress().Pending));
        }

        var again = await _farm.RunAsync(withProblems: false);
        Assert.Equal(RunState.Finished, again.State);
        Assert.Equal(clean.Stored(), _farm.Stored());
        Assert.Equal(clean.Policy.Tokens, policy.Tokens);
    }

    [Fact]
    public async Task A_model_that_does_not_answer_is_let_go_of_after_the_drain_time()
    {
        _farm.WriteProblems(3);
        _farm.Spec = _farm.Spec with { Limits = _farm.Spec.Limits with { DrainSeconds = 0 } };
        _farm.Policy = new RecordingPolicyModel(new HangingPolicy());
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var report = await _farm.RunAsync(stop: stop.Token).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal((RunState.Interrupted, 3L), (report.State, report.Open));
    }

    private static bool Same(RunTotals? a, RunTotals? b) =>
        a! with { Reasons = b!.Reasons } == b && a.Reasons.OrderBy(pair => pair.Key).SequenceEqual(b.Reasons.OrderBy(pair => pair.Key));

    private sealed class HangingPolicy : IPolicyModel
    {
        public string Identity => "hanging@000000000000";

        public async Task<IReadOnlyList<StepCandidate>> ProposeAsync(StepRequest request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return [];
        }
    }
}
