using SynthFarm.Core.Answers;
using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Comparison;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Pulling;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Store;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Corpus;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.Corpus.Tests.Comparison;

public sealed class CorpusDiffTests : IDisposable
{
    private static readonly CorpusLineage _next = FinishedProblems.Lineage with { RunId = "run-2", ConfigHash = "beef", PolicyModel = "test-policy@89ab", Round = 1 };

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Equal_snapshots_of_different_parts_are_the_same()
    {
        await PublishAsync("a", FinishedProblems.Mixture(30));
        await PublishAsync("b", [.. FinishedProblems.Mixture(30).Reverse()], batch: 3);
        var report = await CompareAsync("a", "b");
        Assert.True(report.IsSame);
        Assert.Empty(report.Settings);
        Assert.Equal(30, report.Problems.Both);
        Assert.All(report.Configs, c => Assert.Equal((c.RowsA, c.RowsB), (c.Same, c.Same)));
        Assert.Equal([("sft", 21L), ("shortcut", 21L), ("trees", 27L), ("rejections", 9L)], report.Configs.Select(c => (c.Config, c.Same)));
    }

    [Fact]
    public async Task Another_round_is_told_by_model_and_round()
    {
        await PublishAsync("a", FinishedProblems.Mixture(10));
        var later = FinishedProblems.Mixture(10).Select(Regrow).Select(p => p.Problem.Id == "p-3" ? Regrow(FinishedProblems.Accepted(3)) : p).ToList();
        await PublishAsync("b", later, lineage: _next);
        var report = await CompareAsync("a", "b");
        Assert.Equal(["policy model", "round", "configuration"], report.Settings.Select(s => s.Name));
        Assert.Equal((7, 1, 0), (report.Problems.AcceptedBoth, report.Problems.AcceptedOnlyB, report.Problems.AcceptedOnlyA));
        var gained = Assert.Single(report.Problems.Reasons);
        Assert.Equal(("added", "search/exhausted -> accepted; other tree: policy model, round"), (gained.Change, gained.Why));
        Assert.Equal("p-3", Assert.Single(gained.Examples).ProblemId);
        var sft = Config(report, "sft");
        Assert.Equal((7, 8, 7, 1, 0, 0), (sft.RowsA, sft.RowsB, sft.Changed, sft.Added, sft.Removed, sft.Same));
        Assert.Equal(
            [("changed", "other tree: policy model, round", 7L), ("added", "search/exhausted in A; other tree: policy model, round", 1L)],
            sft.Reasons.Select(r => (r.Change, r.Why, r.Count)));
        var rejections = Config(report, "rejections");
        Assert.Contains(rejections.Reasons, r => r is { Change: "removed", Why: "accepted in B; other tree: policy model, round" });
        Assert.Equal((9, 9), (Config(report, "trees").Changed, Config(report, "trees").RowsB));
    }

    [Fact]
    public async Task Other_options_of_the_derivation_are_named_and_the_trees_are_the_same()
    {
        await PublishAsync("a", FinishedProblems.Mixture(10));
        await PublishAsync("b", FinishedProblems.Mixture(10), Farmed.FourConfigs with { LongThoughts = new LongThoughtOptions { MaxExcursions = 0 } });
        var report = await CompareAsync("a", "b");
        Assert.Equal(new DiffSetting("derivation maxExcursions", "4", "0"), Assert.Single(report.Settings));
        var sft = Config(report, "sft");
        Assert.Equal((7, 0), (sft.Changed, sft.Same));
        Assert.Equal("same tree, other derivation: maxExcursions", Assert.Single(sft.Reasons).Why);
        Assert.Contains("messages", sft.Columns.Select(c => c.Key));
        Assert.DoesNotContain("tree_id", sft.Columns.Select(c => c.Key));
        Assert.All(report.Configs.Where(c => c.Config != "sft"), c => Assert.Equal(c.RowsA, c.Same));
        Assert.False(report.IsSame);
    }

    [Fact]
    public async Task A_verifier_that_changed_its_mind_is_named()
    {
        await PublishAsync("a", FinishedProblems.Mixture(10));
        await PublishAsync("b", FinishedProblems.Mixture(10), Farmed.FourConfigs with { Judges = new ProblemJudges(_ => new NoSevens(), _ => null) });
        var report = await CompareAsync("a", "b");
        var cause = $"same tree, other verifier: {AnswerCheckers.For(FinishedProblems.Accepted(1).Problem).Version} -> no-sevens/1";
        Assert.Equal((1, 6), (report.Problems.AcceptedOnlyA, report.Problems.AcceptedBoth));
        Assert.Equal($"accepted -> verification/answer-wrong; {cause}", Assert.Single(report.Problems.Reasons).Why);
        var sft = Config(report, "sft");
        Assert.Contains(sft.Reasons, r => r is { Change: "removed", Count: 1 } && r.Why.StartsWith("verification/answer-wrong in B; same tree, other verifier", StringComparison.Ordinal));
        Assert.Contains(sft.Reasons, r => r is { Change: "changed", Count: 6 } && r.Why == cause);
    }

    [Fact]
    public async Task Problems_that_come_go_or_are_edited_are_told_apart()
    {
        await PublishAsync("a", [FinishedProblems.Accepted(1), FinishedProblems.Accepted(2), FinishedProblems.Accepted(4), FinishedProblems.Accepted(5)]);
        var edited = Edited(4);
        await PublishAsync("b", [FinishedProblems.Accepted(2, split: "test"), edited, FinishedProblems.Accepted(5), FinishedProblems.Accepted(7)]);
        var report = await CompareAsync("a", "b");
        Assert.Equal((1, 1, 3, 2), (report.Problems.OnlyA, report.Problems.OnlyB, report.Problems.Both, report.Problems.Edited));
        Assert.Equal(
            ["added: the problem is not in A", "changed: the problem was edited: problem", "changed: the problem was edited: split", "removed: the problem is not in B"],
            Config(report, "sft").Reasons.Select(r => $"{r.Change}: {r.Why}").Order());
        Assert.Equal(1, Config(report, "sft").Same);
    }

    [Fact]
    public async Task Runs_are_compared_by_problems_and_trees_with_each_other_and_with_snapshots()
    {
        await PublishAsync("a", FinishedProblems.Mixture(20));
        await PublishAsync("b", FinishedProblems.Mixture(23));
        var runs = await CompareAsync("a-run", "b-run");
        Assert.Equal(("run", "run", 3, 0), (runs.A.Kind, runs.B.Kind, runs.Problems.OnlyB, runs.Problems.OnlyA));
        Assert.Equal((18, 3, "the problem is not in A"), (Config(runs, "trees").Same, Config(runs, "trees").Added, Config(runs, "trees").Reasons[0].Why));
        var mixed = await CompareAsync("a-run", "b");
        Assert.Equal((18, 3), (Config(mixed, "trees").Same, Config(mixed, "trees").Added));
        Assert.Equal(["sft: only in B", "shortcut: only in B", "rejections: only in B"], mixed.ConfigsNotCompared);
        Assert.Empty(mixed.Problems.Reasons);
        Assert.True((await CompareAsync("a-run", "a")).Configs.All(c => c.Same == c.RowsA));
    }

    [Fact]
    public async Task Rounds_within_one_snapshot_are_compared()
    {
        await Farmed.RunAsync(_directory["r0"], FinishedProblems.Mixture(10));
        await Farmed.RunAsync(_directory["r1"], [.. FinishedProblems.Mixture(12).Select(Regrow)], lineage: _next);
        await SnapshotPublisher.PublishAsync([_directory["r0"], _directory["r1"]], _directory["s"], Farmed.FourConfigs);
        var report = await CorpusDiff.CompareAsync(_directory["s"], _directory["s"], new DiffOptions { RoundA = 0, RoundB = 1 });
        Assert.Equal((10, 2), (report.Problems.Both, report.Problems.OnlyB));
        Assert.Equal((7, 9), (Config(report, "sft").RowsA, Config(report, "sft").RowsB));
        Assert.Contains("other tree: policy model, round", Config(report, "sft").Reasons[0].Why);
        Assert.True((await CompareAsync("s", "s")).IsSame);
        Assert.Contains("one round", (await Assert.ThrowsAsync<CorpusException>(() => CorpusDiff.CompareAsync(_directory["r0"], _directory["s"], new DiffOptions { RoundA = 0 }))).Message);
    }

    [Fact]
    public async Task A_snapshot_without_its_trees_is_compared_by_what_it_has()
    {
        await PublishAsync("a", FinishedProblems.Mixture(20));
        await SnapshotPuller.PullAsync(_directory["a"], _directory["b"], new PullOptions { Configs = ["sft", "rejections"] });
        var report = await CompareAsync("a", "b");
        Assert.Equal(["shortcut: only in A", "trees: only in A"], report.ConfigsNotCompared);
        Assert.All(report.Configs, c => Assert.Equal(c.RowsA, c.Same));
        Assert.Equal(14, report.Problems.AcceptedBoth);
        Assert.Empty(report.Problems.Reasons);
    }

    [Fact]
    public async Task Yields_are_told_by_field()
    {
        await PublishAsync("a", [FinishedProblems.Accepted(1, level: "1"), FinishedProblems.Exhausted(2, level: "1"), FinishedProblems.Exhausted(3, level: "2")]);
        await PublishAsync("b", [FinishedProblems.Accepted(1, level: "1"), Regrow(FinishedProblems.Accepted(2, level: "1")), FinishedProblems.Exhausted(3, level: "2")]);
        var yields = (await CompareAsync("a", "b")).Yields;
        Assert.Equal(new YieldDiff("", "", 3, 1, 3, 2), yields[0]);
        Assert.Contains(new YieldDiff("level", "1", 2, 1, 2, 2), yields);
        Assert.Contains(new YieldDiff("level", "2", 1, 0, 1, 0), yields);
        Assert.Equal((0.5, 1.0), (yields.Single(y => y.Value == "1").YieldA, yields.Single(y => y.Value == "1").YieldB));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Counts_agree_with_a_comparison_by_hand(ulong seed)
    {
        var random = new Seed(seed).CreateRandom();
        var (a, b) = (Draw(), Draw());
        await PublishAsync("a", a);
        await PublishAsync("b", b);
        var report = await CorpusDiff.CompareAsync(_directory["a"], _directory["b"], new DiffOptions { Limit = 1000 });
        var (ofA, ofB) = (Accepted(a), Accepted(b));
        var sft = Config(report, "sft");
        Assert.Equal((ofA.Count, ofB.Count), (sft.RowsA, sft.RowsB));
        Assert.Equal(ofA.Except(ofB).Count(), sft.Removed);
        Assert.Equal(ofB.Except(ofA).Count(), sft.Added);
        Assert.Equal(ofA.Intersect(ofB).Count(), sft.Same);
        Assert.Equal(sft.Removed + sft.Added, sft.Reasons.Sum(r => r.Count));
        Assert.Equal(sft.Reasons.Sum(r => r.Count), sft.Reasons.Sum(r => r.Examples.Count));
        Assert.Equal(a.Select(p => p.Problem.Id).Union(b.Select(p => p.Problem.Id)).Count(), report.Problems.OnlyA + report.Problems.OnlyB + report.Problems.Both);

        List<FinishedProblem> Draw() => [.. FinishedProblems.Mixture(60).Where(_ => random.Next(3) > 0).Select(p => random.Next(5) == 0 ? FinishedProblems.Exhausted(int.Parse(p.Problem.Id[2..])) : p)];

        static List<string> Accepted(List<FinishedProblem> problems) => [.. problems.Where(p => p.Outcome == ProblemOutcome.Accepted).Select(p => p.Problem.Id)];
    }

    [Fact]
    public async Task Examples_are_limited_and_what_is_no_corpus_is_named()
    {
        await PublishAsync("a", FinishedProblems.Mixture(20));
        await PublishAsync("b", FinishedProblems.Mixture(10));
        var report = await CorpusDiff.CompareAsync(_directory["a"], _directory["b"], new DiffOptions { Limit = 2 });
        Assert.Equal((7L, 2), (Config(report, "sft").Reasons[0].Count, Config(report, "sft").Reasons[0].Examples.Count));
        await Assert.ThrowsAsync<ArgumentException>(() => CorpusDiff.CompareAsync("a", "b", new DiffOptions { Limit = -1 }));
        Directory.CreateDirectory(_directory["empty"]);
        Assert.Contains("empty", (await Assert.ThrowsAsync<CorpusException>(() => CompareAsync("a", "empty"))).Message);
    }

    private static ConfigDiff Config(DiffReport report, string name) => report.Configs.Single(c => c.Config == name);

    private Task<DiffReport> CompareAsync(string a, string b) => CorpusDiff.CompareAsync(_directory[a], _directory[b]);

    private async Task PublishAsync(string name, IReadOnlyList<FinishedProblem> problems, PublishOptions? options = null, CorpusLineage? lineage = null, int batch = 16)
    {
        await Farmed.RunAsync(_directory[name + "-run"], problems, batch, lineage: lineage);
        await SnapshotPublisher.PublishAsync(_directory[name + "-run"], _directory[name], options ?? Farmed.FourConfigs);
    }

    /// <summary>The same problem with a tree of the next round.</summary>
    private static FinishedProblem Regrow(FinishedProblem finished) => finished.Tree is not { } tree ? finished : finished with
    {
        Tree = TreeText.Prefix(tree, tree.Count, ReasoningTreeId.Create(finished.Problem.ContentHash, _next.ConfigHash, 1, 0)),
    };

    /// <summary>The problem of this number with another answer's notation, and so with other contents.</summary>
    private static FinishedProblem Edited(int number)
    {
        var finished = FinishedProblems.Accepted(number);
        var old = finished.Problem;
        var problem = Problem.Create(new ProblemFields { Id = old.Id, Statement = old.Statement + " Think.", Answer = old.Answer, Source = old.Source });
        var tree = new ReasoningTree(ReasoningTreeId.Create(problem.ContentHash, FinishedProblems.Lineage.ConfigHash, 0, 0), problem);
        foreach (var step in finished.Tree!.Steps.Skip(1))
        {
            tree.Append(step.ParentId, new StepDraft
            {
                Text = step.Text, TokenIds = step.TokenIds, Terminal = step.Terminal, Answer = step.Answer, AnswerVerdict = step.AnswerVerdict,
            });
        }

        return finished with { Problem = problem, Tree = tree };
    }

    /// <summary>Judges as the stated checker does, and takes 7 for wrong.</summary>
    private sealed class NoSevens : IAnswerChecker
    {
        private readonly StatedAnswerChecker _stated = new();

        public string Version => "no-sevens/1";

        public string? Extract(string response) => _stated.Extract(response);

        public AnswerVerdict Check(Problem problem, string answer)
            => answer == "7" ? new AnswerVerdict(Verdict.Wrong, "7 is not liked", "no-sevens", null) : _stated.Check(problem, answer);
    }
}
