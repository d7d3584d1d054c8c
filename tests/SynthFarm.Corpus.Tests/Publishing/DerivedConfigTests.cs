using SynthFarm.Core.Preferences;
using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Checking;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Store;
using SynthFarm.Parquet.Rows;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Publishing;

/// <summary>The configs for preferences, labels and rewards.</summary>
public sealed class DerivedConfigTests : IDisposable
{
    private static readonly string[] _configs = [.. ConfigDefinitions.All.Where(d => d.Derivation is not null).Select(d => d.Name)];
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Rows_of_a_countdown_tree_are_as_agreed()
    {
        var snapshot = await PublishAsync([FinishedProblems.Countdown(1)]);
        Golden.Verify(string.Join('\n', _configs.Select(c => $"## {c}\n{string.Join('\n', Derived.Read(snapshot, c).Select(Derived.Print))}")));
    }

    [Fact]
    public async Task A_tree_without_a_wrong_answer_gives_no_pair_and_the_manifest_says_so()
    {
        var tree = await PublishAsync([FinishedProblems.Countdown(1), FinishedProblems.Exhausted(2), FinishedProblems.Failed(3), Cancelled(4)]);
        var omitted = SnapshotManifest.Load(tree).Configs.ToDictionary(c => c.Name, c => c.Omitted);
        Assert.Equal(new Dictionary<string, long> { ["cancelled"] = 1, ["no-correct-path"] = 1, ["no-tree"] = 1 }, omitted["dpo"]);
        Assert.Equal(omitted["dpo"], omitted["dpo_pairs"]);
        Assert.Equal(new Dictionary<string, long> { ["cancelled"] = 1, ["no-siblings"] = 1, ["no-tree"] = 1 }, omitted["dpo_steps"]);
        Assert.Equal(new Dictionary<string, long> { ["cancelled"] = 1, ["no-answer"] = 1, ["no-tree"] = 1 }, omitted["kto"]);
        Assert.Equal(new Dictionary<string, long> { ["cancelled"] = 1, ["no-tree"] = 1, ["unlabelled"] = 1 }, omitted["prm"]);
        Assert.Equal(new Dictionary<string, long> { ["cancelled"] = 1, ["no-answer"] = 1, ["no-tree"] = 1, ["unlabelled"] = 1 }, omitted["processbench"]);
        Assert.Null(omitted["rl"]);
        Assert.Equal(4, Derived.Read(tree, "rl").Count);
    }

    [Fact]
    public async Task Only_the_configs_asked_for_are_published_and_the_first_is_the_default()
    {
        var snapshot = await PublishAsync([FinishedProblems.Countdown(1)], Farmed.Options with { Configs = ["prm", "dpo"] });
        Assert.Equal(["dpo", "prm"], Directory.GetDirectories(snapshot).Select(d => Path.GetFileName(d)).Order());
        Assert.Equal(["dpo", "prm"], SnapshotManifest.Load(snapshot).Configs.Select(c => c.Name));
        Assert.Contains("- config_name: dpo\n  default: true\n", await File.ReadAllTextAsync(Path.Combine(snapshot, "README.md")));
        Assert.True((await SnapshotChecker.CheckAsync(snapshot)).IsSound);
        var e = await Assert.ThrowsAsync<ArgumentException>(() => PublishAsync([], Farmed.Options with { Configs = ["dpo", "bpo"] }));
        Assert.StartsWith("publish.configs is \"dpo, bpo\"; allowed are some of sft, shortcut, dpo,", e.Message);
    }

    [Fact]
    public async Task Options_reach_the_rows_and_the_manifest()
    {
        var options = Farmed.Options with
        {
            Preferences = new PreferenceOptions { Answer = new() { Pairs = 1, Rule = PairRule.Perplexity } },
            Labels = new StepLabelOptions { Source = StepEvidence.Outcomes, AfterError = AfterError.Wrong },
        };
        var snapshot = await PublishAsync([FinishedProblems.Countdown(1)], options);
        Assert.Equal("perplexity", Derived.Read(snapshot, "dpo").Single().Get<string>("pair_rule"));
        Assert.All(Derived.Read(snapshot, "prm"), row => Assert.Equal("outcomes", row.Get<string>("label_source")));
        var derivation = SnapshotManifest.Load(snapshot).Derivation;
        Assert.Equal((PreferencePairDeriver.Version, options.Preferences), (derivation.Preferences!.Version, derivation.Preferences.Options));
        Assert.Equal((StepLabeller.Version, options.Labels), (derivation.Labels!.Version, derivation.Labels.Options));
        Assert.True((await SnapshotChecker.CheckAsync(snapshot)).IsSound);
    }

    [Fact]
    public async Task Whole_responses_are_those_of_the_shortcut()
    {
        var snapshot = await PublishAsync([FinishedProblems.Countdown(1)]);
        var shortcut = Derived.Read(snapshot, "shortcut").Single();
        var same = Derived.Read(snapshot, "kto").Single(row => row.Get<int>("leaf_id") == shortcut.Get<int>("leaf_id"));
        Assert.Equal(Content(shortcut, "messages"), Content(same, "completion"));
    }

    [Fact]
    public async Task A_problem_in_two_runs_is_one_task_for_rewards()
    {
        var next = FinishedProblems.Lineage with { RunId = "run-2", Round = 1, ConfigHash = "beef" };
        var one = FinishedProblems.Countdown(1);
        var a = await Farmed.RunAsync(_directory["a"], [one]);
        var b = await Farmed.RunAsync(_directory["b"], [one with { Tree = TestKit.Reasoning.TreeText.Prefix(one.Tree!, one.Tree!.Count, "another") }], lineage: next);
        await SnapshotPublisher.PublishAsync([a, b], _directory["s"], Farmed.Options);
        Assert.Equal(one.Tree.Id, Derived.Read(_directory["s"], "rl").Single().Get<string>("tree_id"));
        Assert.Equal(2, Derived.Read(_directory["s"], "dpo").Select(r => r.Get<string>("tree_id")).Distinct().Count());
        var report = await SnapshotChecker.CheckAsync(_directory["s"]);
        Assert.Empty(report.Findings);
    }

    [Fact]
    public async Task Every_row_keeps_the_rules_of_all_five_trainers()
    {
        var snapshot = await PublishAsync([.. FinishedProblems.Mixture(20), FinishedProblems.Countdown(1), FinishedProblems.Countdown(2, split: "test")]);
        var report = await SnapshotChecker.CheckAsync(snapshot, new CheckOptions { Trainers = SynthFarm.Corpus.Trainers.Trainers.All });
        Assert.Empty(report.Findings);
        Assert.True(report.TrainerRows > 200);

        var info = Path.Combine(snapshot, "dataset_info.json");
        await File.WriteAllTextAsync(info, (await File.ReadAllTextAsync(info)).Replace("\"kto_tag\"", "\"tag\"", StringComparison.Ordinal));
        report = await SnapshotChecker.CheckAsync(snapshot, new CheckOptions { Trainers = [SynthFarm.Corpus.Trainers.Trainers.LlamaFactory] });
        Assert.Contains(report.Findings, f => f.What.Contains("columns does not list \"label\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Very_many_rows_of_large_trees_are_published_and_sound()
    {
        var problems = Enumerable.Range(1, 12).Select(n => Wide(n, leaves: 1000)).ToList();
        var snapshot = await PublishAsync(problems, Farmed.Options with { RowGroupBytes = 1 << 18, ShardBytes = 1 << 20 });
        var rows = SnapshotManifest.Load(snapshot).Configs.ToDictionary(c => c.Name, c => c.Splits.Sum(s => s.Rows));
        Assert.Equal((12_000, 12_000, 12_000, 60), (rows["kto"], rows["prm"], rows["processbench"], rows["dpo"]));
        Assert.True(Directory.GetFiles(Path.Combine(snapshot, "kto")).Length > 1);
        var report = await SnapshotChecker.CheckAsync(snapshot);
        Assert.Empty(report.Findings);
        Assert.Equal(rows.Values.Sum(), report.Rows);
    }

    private async Task<string> PublishAsync(IReadOnlyList<FinishedProblem> problems, PublishOptions? options = null)
    {
        var run = await Farmed.RunAsync(_directory["run"], problems);
        return (await SnapshotPublisher.PublishAsync(run, _directory["s"], options ?? Farmed.Options)).Directory;
    }

    private static FinishedProblem Cancelled(int number)
        => FinishedProblems.Accepted(number) with { Outcome = ProblemOutcome.Cancelled, Reason = "someone did" };

    /// <summary>A tree with one step and very many answers below it, every fourth of them correct.</summary>
    private static FinishedProblem Wide(int number, int leaves)
    {
        var problem = Problem.Create(new ProblemFields { Id = $"w-{number}", Statement = $"What is {number}?", Answer = "1" });
        var tree = new ReasoningTree($"wide-{number}", problem);
        tree.Append(0, new StepDraft { Text = "let me see\n", TokenIds = [1, 2] });
        for (var i = 0; i < leaves; i++)
        {
            var answer = i % 4 == 0 ? $"{i + 1}/{i + 1}" : $"{i + 1}";
            var verdict = Core.Answers.AnswerCheckers.For(problem).Check(problem, answer);
            tree.Append(1, new StepDraft { Text = $"Answer: {answer}", TokenIds = [i], Terminal = TerminalKind.Answer, Answer = answer, AnswerVerdict = verdict });
        }

        return FinishedProblems.Accepted(number) with { Problem = problem, Tree = tree };
    }

    private static string Content(ParquetRow row, string column) => row.Get<IReadOnlyList<ParquetRow>>(column)[^1].Get<string>("content");
}
