using SynthFarm.Core.Selection;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Mixture;
using SynthFarm.Corpus.Checking;
using SynthFarm.Corpus.Curation;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Selection;
using SynthFarm.Corpus.Statistics;
using SynthFarm.Corpus.Store;
using SynthFarm.Parquet.Rows;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Time;

namespace SynthFarm.Corpus.Tests.Selection;

public sealed class SnapshotSelectorTests : IDisposable
{
    private static readonly SelectionOptions _several = new()
    {
        Seed = 5,
        Filters = new() { MaxSteps = 6 },
        Caps = new() { PerTopic = 12 },
        Mixture = new() { Proportions = TopicProportions.Targets, Targets = [new("algebra", 0.5)] },
        Budget = new() { Rows = 20 },
        Split = new() { Test = 0.2 },
        Noise = new() { Share = 0.2 },
        Curriculum = new() { Batch = 3 },
    };

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_selected_snapshot_is_sound_and_says_where_it_comes_from()
    {
        var parent = await PublishAsync(SelectionProblems.Mixture(60));
        var selected = await SelectAsync(parent, _several);
        var check = await SnapshotChecker.CheckAsync(selected.Published.Directory);
        Assert.Empty(check.Findings);
        Assert.Equal(
            Files(selected, "sft") + Files(selected, "shortcut") - (2 * selected.Summary.Report.Noise.Replaced)
            + (2 * (Files(selected, "dpo") + Files(selected, "dpo_pairs"))) + Files(selected, "kto") + Files(selected, "kto_messages"),
            check.AnswersConfirmed);

        var manifest = SnapshotManifest.Load(selected.Published.Directory);
        var seal = SealedJson.SealOf(await File.ReadAllBytesAsync(Path.Combine(parent, "manifest.json")));
        Assert.Equal(new SnapshotParent("synthfarm", seal, "select"), Assert.Single(manifest.Parents));
        Assert.Equal(SnapshotManifest.Load(parent).Runs, manifest.Runs);
        Assert.Equal(SnapshotManifest.Load(parent).Configs.Select(c => c.Omitted), manifest.Configs.Select(c => c.Omitted));
        Assert.Equal(20, manifest.Selection!.Options.Budget.Rows);
        var card = await File.ReadAllTextAsync(Path.Combine(selected.Published.Directory, "README.md"));
        Assert.Contains("## Selection", card);
        Assert.Contains(seal, card);
    }

    [Fact]
    public async Task Equal_snapshots_and_options_give_equal_files()
    {
        var parent = await PublishAsync(SelectionProblems.Mixture(50));
        var first = await SelectAsync(parent, _several, "a");
        Assert.Equal(Farmed.Hashes(first.Published.Directory), Farmed.Hashes((await SelectAsync(parent, _several, "b")).Published.Directory));
        Assert.True((await SelectAsync(parent, _several, "a")).Published.WasThere);
        var other = await SelectAsync(parent, _several with { Seed = 6 }, "c");
        Assert.NotEqual(Farmed.Hashes(first.Published.Directory), Farmed.Hashes(other.Published.Directory));
        Assert.Contains("other contents", (await Assert.ThrowsAsync<CorpusException>(() => SelectAsync(parent, new(), "a"))).Message);
    }

    [Fact]
    public async Task Every_row_is_kept_or_among_the_rejections_with_its_reason()
    {
        var parent = await PublishAsync(SelectionProblems.Mixture(60));
        var selected = (await SelectAsync(parent, _several)).Published.Directory;
        var before = SnapshotRowsOf.Texts(parent, "sft", "problem_id");
        var kept = SnapshotRowsOf.Read(selected, "sft").ToDictionary(r => r.Get<string>("problem_id"));
        var rejected = SnapshotRowsOf.Read(selected, "rejections").Where(r => r.Get<string>("stage") == "selection").ToList();
        Assert.Equal(20, kept.Count);
        Assert.Equal(before.Except(kept.Keys).Order(), rejected.Where(r => r.Get<string>("reason") != "noise").Select(r => r.Get<string>("problem_id")).Order());
        Assert.Equal(kept.Values.Where(r => r.Get<bool>("noise")).Select(r => r.Get<string>("problem_id")).Order(), rejected.Where(r => r.Get<string>("reason") == "noise").Select(r => r.Get<string>("problem_id")).Order());
        Assert.Equal(SnapshotRowsOf.Texts(parent, "rejections", "id").Order(), SnapshotRowsOf.Read(selected, "rejections").Except(rejected).Select(r => r.Get<string>("id")).Where(id => !rejected.Any(r => r.Get<string>("id") == id)).Order());
        Assert.All(rejected, r => Assert.False(string.IsNullOrEmpty(r.Get<string?>("detail"))));
        Assert.Equal(SnapshotManifest.Load(selected).Rejections.Values.Sum(), SnapshotRowsOf.Read(selected, "rejections").Count);
        Assert.Equal(SnapshotRowsOf.Texts(selected, "sft", "problem_id"), SnapshotRowsOf.Texts(selected, "shortcut", "problem_id"));
        Assert.Equal(kept.Keys.Order(), SnapshotRowsOf.Texts(selected, "trees", "problem_id").Distinct().Order());
    }

    [Fact]
    public async Task Every_config_of_a_problem_is_in_one_split_and_the_order_is_without_gaps()
    {
        var parent = await PublishAsync(SelectionProblems.Mixture(80));
        var selected = await SelectAsync(parent, new SelectionOptions { Split = new() { Test = 0.3, Validation = 0.2 } });
        var splits = new Dictionary<string, string>();
        foreach (var config in ConfigNames.All)
        {
            foreach (var row in SnapshotRowsOf.Read(selected.Published.Directory, config))
            {
                Assert.Equal(splits.TryAdd(row.Get<string>("problem_id"), row.Get<string>("split")) ? row.Get<string>("split") : splits[row.Get<string>("problem_id")], row.Get<string>("split"));
            }
        }

        Assert.Equal(["test", "train", "validation"], splits.Values.Distinct().Order());
        Assert.All(SnapshotRowsOf.Texts(parent, "sft", "split").Zip(SnapshotRowsOf.Texts(parent, "sft", "problem_id")).Where(p => p.First == "test"), p => Assert.Equal("test", splits[p.Second]));
        foreach (var split in SnapshotRowsOf.Read(selected.Published.Directory, "sft").GroupBy(r => r.Get<string>("split")))
        {
            Assert.Equal(Enumerable.Range(0, split.Count()), split.Select(r => r.Get<int>("curriculum_order")).Order());
        }
    }

    [Fact]
    public async Task The_report_is_as_agreed()
    {
        var parent = await PublishAsync(SelectionProblems.Mixture(60));
        var selected = await SelectAsync(parent, _several);
        var text = await File.ReadAllTextAsync(Path.Combine(selected.Published.Directory, SelectionSummary.FileName));
        Golden.Verify(System.Text.RegularExpressions.Regex.Replace(text, "[0-9a-f]{64}", "#"));
        Assert.Equal(text, Reread(selected.Published.Directory));

        string Reread(string directory)
        {
            Directory.CreateDirectory(_directory["again"]);
            SelectionFile.Write(_directory["again"], SelectionFile.Read(directory));
            return File.ReadAllText(Path.Combine(_directory["again"], SelectionSummary.FileName));
        }
    }

    [Fact]
    public async Task Difficulty_is_the_pass_rate_over_all_trees_of_the_problem_with_the_prior()
    {
        // 1 of 4 and 1 of 2 draws: 2 of 6, so 1 - (2 + 1) / (6 + 2).
        var parent = await PublishAsync([SelectionProblems.Solved(1, "a", 3), SelectionProblems.Solved(2, "a", 0)], [SelectionProblems.Solved(1, "a", 1, tree: 1)]);
        var rows = SnapshotRowsOf.Read((await SelectAsync(parent, new())).Published.Directory, "sft").ToLookup(r => r.Get<string>("problem_id"), r => r.Get<float>("difficulty"));
        Assert.Equal([0.625f, 0.625f], rows["p-001"]);
        Assert.Equal([1 / 3f], rows["p-002"]);
    }

    [Fact]
    public async Task Noise_is_a_wrong_answer_of_the_same_tree_in_both_thought_configs_and_marked()
    {
        var parent = await PublishAsync(SelectionProblems.Mixture(40));
        var selected = (await SelectAsync(parent, new SelectionOptions { Noise = new() { Share = 0.25 } })).Published.Directory;
        var (sft, shortcut) = (Noise(selected, "sft"), Noise(selected, "shortcut"));
        var train = SnapshotRowsOf.Read(selected, "sft").Count(r => r.Get<string>("split") == "train");
        Assert.Equal((int)Math.Floor((train * 0.25) + 0.5), sft.Count);
        Assert.Equal(sft.Select(Content), shortcut.Select(Content));
        Assert.Equal(["train"], sft.Select(r => r.Get<string>("split")).Distinct());
        Assert.All(sft, row =>
        {
            Assert.Equal(("wrong", WrongAnswerRow.Derivation), (row.Get<string>("verdict"), row.Get<string>("derivation")));
            Assert.EndsWith($"Answer: {row.Get<string>("answer")}", Content(row));
        });
        Assert.All(SnapshotRowsOf.Read(selected, "sft").Where(r => !r.Get<bool>("noise")), row => Assert.Equal("correct", row.Get<string>("verdict")));
        var clean = await SelectAsync(parent, new(), "clean");
        Assert.Equal(0, clean.Summary.Report.Noise.Replaced);
        Assert.Empty(Noise(clean.Published.Directory, "sft"));

        static List<ParquetRow> Noise(string directory, string config) => [.. SnapshotRowsOf.Read(directory, config).Where(r => r.Get<bool>("noise"))];

        static string Content(ParquetRow row) => row.Get<IReadOnlyList<ParquetRow>>("messages")[1].Get<string>("content");
    }

    [Fact]
    public async Task A_wrong_path_that_forges_the_structure_or_is_right_after_all_is_no_noise()
    {
        var parent = await PublishAsync(
        [
            SelectionProblems.WithSteps(1, "</think> so | 0.5\n  Answer: 2 | 0.1 | !wrong\ntake 1 | 0.8\n  Answer: 1 | 0.9\n"),
            SelectionProblems.WithSteps(2, "guess | 0.5\n  Answer: 2.0 | 0.1 | !wrong, says the tree\ntake 2 | 0.8\n  Answer: 2 | 0.9\n"),
            SelectionProblems.WithSteps(3, "guess | 0.5\n  Answer: 4 | 0.1 | !wrong\ntake 3 | 0.8\n  Answer: 3 | 0.9\n"),
        ]);
        var selected = await SelectAsync(parent, new SelectionOptions { Noise = new() { Share = 1 } });
        Assert.Equal((3, 1), (selected.Summary.Report.Noise.Wanted, selected.Summary.Report.Noise.Replaced));
        Assert.Equal("p-003", SnapshotRowsOf.Read(selected.Published.Directory, "sft").Single(r => r.Get<bool>("noise")).Get<string>("problem_id"));
        Assert.Empty((await SnapshotChecker.CheckAsync(selected.Published.Directory)).Findings);
    }

    [Fact]
    public async Task Selecting_again_keeps_what_is_marked_and_stays_sound()
    {
        var parent = await PublishAsync(SelectionProblems.Mixture(60));
        var once = await SelectAsync(parent, new SelectionOptions { Noise = new() { Share = 0.25 } }, "once");
        var twice = await SelectAsync(once.Published.Directory, new SelectionOptions { Budget = new() { Rows = 15 }, Seed = 3 }, "twice");
        Assert.Empty((await SnapshotChecker.CheckAsync(twice.Published.Directory)).Findings);
        Assert.Equal(SnapshotRowsOf.Read(twice.Published.Directory, "sft").Count(r => r.Get<bool>("noise")), twice.Summary.Report.Noise.Inherited);
        Assert.Equal(once.Published.Manifest.Outcomes, twice.Published.Manifest.Outcomes);
        Assert.Equal(SnapshotRowsOf.Read(once.Published.Directory, "sft")[0].Names, SnapshotRowsOf.Read(twice.Published.Directory, "sft")[0].Names);
    }

    [Fact]
    public async Task Marks_are_honoured_and_those_of_no_use_are_counted()
    {
        var parent = await PublishAsync(SelectionProblems.Mixture(20));
        var ids = SnapshotRowsOf.Read(parent, "sft").ToDictionary(r => r.Get<string>("problem_id"), r => r.Get<string>("id"));
        var store = new MarkStore(MarkStore.BesideSnapshot(parent), new ManualTimeProvider());
        store.Append(ids["p-001"], CurationDecision.Accept);
        store.Append(ids["p-001"], CurationDecision.Reject, "wrong units", "ann");
        store.Append(ids["p-002"], CurationDecision.Flag);
        store.Append(ids["p-003"], CurationDecision.Accept);
        store.Append("no-such-row", CurationDecision.Reject);

        // The filter leaves nothing but what a curator accepted.
        var options = new SelectionOptions { Filters = new() { MinSteps = 100 } };
        var selected = await SelectAsync(parent, options, marks: store);
        Assert.Equal(["p-003"], SnapshotRowsOf.Texts(selected.Published.Directory, "sft", "problem_id"));
        Assert.Equal(1, selected.Published.Manifest.Rejections["selection/curation"]);
        Assert.Equal((1, 1, 1, 1), (selected.Summary.Report.Marks.Accepted, selected.Summary.Report.Marks.Rejected, selected.Summary.Report.Marks.Flagged, selected.Summary.UnusedMarks));
        Assert.NotNull(selected.Published.Manifest.Selection!.MarksSha256);
        Assert.Empty((await SnapshotChecker.CheckAsync(selected.Published.Directory)).Findings);
        Assert.Null((await SelectAsync(parent, new(), "without")).Published.Manifest.Selection!.MarksSha256);
    }

    [Fact]
    public async Task A_rejected_pair_goes_in_both_its_forms()
    {
        var parent = await PublishAsync(SelectionProblems.Mixture(20));
        var store = new MarkStore(MarkStore.BesideSnapshot(parent), new ManualTimeProvider());
        string[] rejected = [SnapshotRowsOf.Texts(parent, "dpo", "id")[0], SnapshotRowsOf.Texts(parent, "kto_messages", "id")[1]];
        Assert.All(rejected, id => store.Append(id, CurationDecision.Reject));
        var selected = await SelectAsync(parent, new(), marks: store);
        foreach (var (config, id) in new[] { ("dpo", rejected[0]), ("dpo_pairs", rejected[0]), ("kto", rejected[1]), ("kto_messages", rejected[1]) })
        {
            Assert.Contains(id, SnapshotRowsOf.Texts(parent, config, "id"));
            Assert.DoesNotContain(id, SnapshotRowsOf.Texts(selected.Published.Directory, config, "id"));
            Assert.Equal(1, selected.Summary.Configs.Single(c => c.Config == config).Curated);
        }

        Assert.Equal(0, selected.Summary.UnusedMarks);
        Assert.Empty((await SnapshotChecker.CheckAsync(selected.Published.Directory)).Findings);
    }

    [Fact]
    public async Task Hostile_topics_and_ids_come_through_byte_for_byte()
    {
        string[] topics = ["\u001b[31mred", "a|b`c\nd", "日本語😀", "\u202Eltr", "../../etc", "(none)", "(other)", new string('x', 5000), "{\"a\":1}", "\0"];
        var parent = await PublishAsync([.. topics.Select((topic, i) => SelectionProblems.Solved(i + 1, topic, i % 3))]);
        var options = new SelectionOptions { Mixture = new() { Proportions = TopicProportions.Uniform }, Split = new() { Test = 0.3 }, Noise = new() { Share = 0.3 } };
        var selected = await SelectAsync(parent, options);
        Assert.Equal(topics.Order(), SnapshotRowsOf.Read(selected.Published.Directory, "sft").Select(r => r.Get<string>("topic")).Order());
        Assert.Empty((await SnapshotChecker.CheckAsync(selected.Published.Directory)).Findings);
        Assert.Equal(topics.Order(StringComparer.Ordinal), SelectionFile.Read(selected.Published.Directory).Report.Topics.Select(t => t.Topic));

        var bundled = await SelectAsync(parent, new SelectionOptions { MaxTopics = 3 }, "bundled");
        Assert.Equal(["\0", "\u001b[31mred", "(none)", "(other)"], bundled.Summary.Report.Topics.Select(t => t.Topic));
    }

    [Fact]
    public async Task Statistics_count_what_was_left_out_as_solved()
    {
        var parent = await PublishAsync(SelectionProblems.Mixture(40));
        var selected = await SelectAsync(parent, new SelectionOptions { Budget = new() { Rows = 10 }, Noise = new() { Share = 0.3 } });
        var (before, after) = (await CorpusStatistics.OfAsync(parent), await CorpusStatistics.OfAsync(selected.Published.Directory));
        Assert.Equal(before.Yields, after.Yields);
        Assert.Equal(10, after.Funnel.Single(s => s.Name == "published").Count);
    }

    [Fact]
    public async Task A_damaged_parent_is_refused_by_the_name_of_its_file()
    {
        var parent = await PublishAsync(SelectionProblems.Mixture(10));
        await File.AppendAllTextAsync(Path.Combine(parent, "shortcut", "train-00000-of-00001.parquet"), "x");
        Assert.Contains("shortcut/train-00000-of-00001.parquet", (await Assert.ThrowsAsync<CorpusException>(() => SelectAsync(parent, new()))).Message);
        Assert.False(Directory.Exists(_directory["selected"]));
        Assert.Contains("no snapshot", (await Assert.ThrowsAsync<CorpusException>(() => SelectAsync(_directory["run"], new()))).Message);
    }

    [Theory]
    [InlineData(CrashPoint.ShardWritten)]
    [InlineData(CrashPoint.BeforeRename)]
    public async Task A_crash_leaves_no_half_snapshot_and_the_next_selection_succeeds(string point)
    {
        var parent = await PublishAsync(SelectionProblems.Mixture(20));
        var crash = new CrashAt(point);
        await Assert.ThrowsAsync<CrashAt.CrashException>(() => SelectAsync(parent, _several, options: Farmed.Options with { CrashPoints = crash }));
        Assert.True(crash.WasReached);
        Assert.False(Directory.Exists(_directory["selected"]));
        Assert.False((await SelectAsync(parent, _several)).Published.WasThere);
    }

    [Fact]
    public async Task Shards_are_cut_by_size_between_problems()
    {
        var parent = await PublishAsync(SelectionProblems.Mixture(40));
        var whole = await SelectAsync(parent, new(), "whole");
        var cut = await SelectAsync(parent, new(), "cut", options: Farmed.Options with { ShardBytes = 4096, RowGroupBytes = 1024 });
        var trees = cut.Published.Manifest.Configs.Single(c => c.Name == "trees").Splits[0].Shards;
        Assert.True(trees.Count > 3);
        Assert.Equal(SnapshotRowsOf.Texts(whole.Published.Directory, "trees", "id"), SnapshotRowsOf.Texts(cut.Published.Directory, "trees", "id"));
        Assert.Empty((await SnapshotChecker.CheckAsync(cut.Published.Directory)).Findings);
    }

    private static long Files(SelectedSnapshot selected, string config) => selected.Published.Manifest.Configs.Single(c => c.Name == config).Splits.Sum(s => s.Rows);

    private async Task<string> PublishAsync(params IReadOnlyList<FinishedProblem>[] runs)
    {
        var directories = new List<string>();
        foreach (var run in runs)
        {
            directories.Add(await Farmed.RunAsync(_directory[directories.Count == 0 ? "run" : $"run-{directories.Count}"], run));
        }

        return (await SnapshotPublisher.PublishAsync(directories, _directory["parent"], Farmed.Options)).Directory;
    }

    private Task<SelectedSnapshot> SelectAsync(string parent, SelectionOptions selection, string name = "selected", MarkStore? marks = null, PublishOptions? options = null)
        => SnapshotSelector.SelectAsync(new SelectionRequest
        {
            Snapshot = parent,
            Out = _directory[name],
            Options = selection,
            Marks = marks,
            Publishing = options ?? Farmed.Options,
        });
}
