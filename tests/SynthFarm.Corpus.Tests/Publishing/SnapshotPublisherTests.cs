using SynthFarm.Core.Problems;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Store;
using SynthFarm.Parquet.Compression;
using SynthFarm.Parquet.Reading;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Corpus;
using SynthFarm.TestKit.Time;

namespace SynthFarm.Corpus.Tests.Publishing;

public sealed class SnapshotPublisherTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Equal_trees_give_equal_files_whatever_the_parts_are()
    {
        IReadOnlyList<FinishedProblem> problems = [.. FinishedProblems.Mixture(40), .. Enumerable.Range(1, 20).Select(n => FinishedProblems.Countdown(n))];
        var first = await PublishAsync("a", await Farmed.RunAsync(_directory["run-a"], problems, batch: 60));
        for (var layout = 1; layout <= 4; layout++)
        {
            var run = await Farmed.RunAsync(_directory[$"run-{layout}"], problems, batch: layout * 5, shuffle: (ulong)layout);
            var again = await PublishAsync($"{layout}", run);
            Assert.True(first.Manifest.HasSameContents(again.Manifest));
            Assert.Equal(Farmed.Hashes(first.Directory), Farmed.Hashes(again.Directory));
        }
    }

    [Fact]
    public async Task Card_manifest_and_trainer_description_are_as_agreed()
    {
        var problems = FinishedProblems.Mixture(10).Append(FinishedProblems.Accepted(11, split: "test", level: "hard")).ToList();
        var snapshot = await PublishAsync("s", await Farmed.RunAsync(_directory["run"], problems));
        foreach (var file in new[] { "README.md", "dataset_info.json", "manifest.json" })
        {
            // Sizes and checksums follow from the Parquet writer and are compared by other tests.
            var text = System.Text.RegularExpressions.Regex.Replace(await File.ReadAllTextAsync(Path.Combine(snapshot.Directory, file)), "[0-9a-f]{64}|\"bytes\": [0-9]+|(?<=(train|test) \\| [0-9]+ \\| [0-9]+ \\|) [0-9]+ \\|", "#");
            Golden.Verify($"{text}", extension: Path.GetFileNameWithoutExtension(file) + ".txt");
        }
    }

    [Fact]
    public async Task A_long_thought_and_its_shortcut_are_as_agreed()
    {
        var snapshot = await PublishAsync("s", await Farmed.RunAsync(_directory["run"], [FinishedProblems.Accepted(7)]));
        Golden.Verify(string.Join('\n', new[] { "sft", "shortcut" }.Select(c => $"## {c}\n{Derived.Print(Derived.Read(snapshot.Directory, c).Single())}")));
    }

    [Fact]
    public async Task Every_problem_is_in_both_thought_configs_or_rejected_with_a_reason()
    {
        var snapshot = await PublishAsync("s", await Farmed.RunAsync(_directory["run"], FinishedProblems.Mixture(30)));
        var sft = Ids(snapshot.Directory, "sft", "problem_id");
        var rejected = Ids(snapshot.Directory, "rejections", "problem_id");
        Assert.Equal(sft, Ids(snapshot.Directory, "shortcut", "problem_id"));
        Assert.Equal(FinishedProblems.Mixture(30).Select(p => p.Problem.Id).Order(StringComparer.Ordinal), sft.Concat(rejected).Order(StringComparer.Ordinal));
        Assert.Equal(new Dictionary<string, long> { ["search/exhausted"] = 6, ["search/failed"] = 3 }, snapshot.Manifest.Rejections);
        Assert.Equal(FinishedProblems.Mixture(30).Sum(p => p.Tree?.Count ?? 0), Derived.Read(snapshot.Directory, "trees").Count);
    }

    [Fact]
    public async Task An_answer_that_the_checker_does_not_confirm_is_rejected()
    {
        var accepted = FinishedProblems.Accepted(7);
        var problem = Problem.Create(new ProblemFields { Id = "p-7", Statement = "What is 6 + 2?", Answer = "8" });
        var mistaken = accepted with { Problem = problem, Tree = Rehang(accepted, problem) };
        var snapshot = await PublishAsync("s", await Farmed.RunAsync(_directory["run"], [mistaken]));
        Assert.Empty(Derived.Read(snapshot.Directory, "sft"));
        var row = Assert.Single(Derived.Read(snapshot.Directory, "rejections"));
        Assert.Equal(("verification", "answer-wrong"), (row.Get<string>("stage"), row.Get<string>("reason")));
    }

    [Fact]
    public async Task Splits_follow_the_problems_and_no_problem_is_in_two()
    {
        var problems = new[] { null, "train", "test", "TEST", "validation", "val", "dev", "eval", "anything" }
            .Select((split, i) => FinishedProblems.Accepted(i + 2, split)).ToList();
        var snapshot = await PublishAsync("s", await Farmed.RunAsync(_directory["run"], problems));
        var rows = snapshot.Manifest.Configs.Single(c => c.Name == "sft").Splits.Select(s => (s.Name, s.Rows));
        Assert.Equal([("train", 3L), ("validation", 3L), ("test", 3L)], rows);
        foreach (var shard in snapshot.Manifest.Configs.SelectMany(c => c.Splits).SelectMany(s => s.Shards.Select(path => (s.Name, path))))
        {
            using var reader = ParquetReader.Open(Path.Combine(snapshot.Directory, shard.path));
            Assert.All(reader.Values<string>("split"), split => Assert.Equal(shard.Name, split));
        }
    }

    [Fact]
    public async Task Shards_are_cut_by_size_between_problems_and_numbered_with_their_total()
    {
        var run = await Farmed.RunAsync(_directory["run"], FinishedProblems.Mixture(40));
        var snapshot = await PublishAsync("s", run, Farmed.Options with { ShardBytes = 4096, RowGroupBytes = 1024 });
        var whole = await PublishAsync("w", run);
        foreach (var config in ConfigNames.All)
        {
            var split = snapshot.Manifest.Configs.Single(c => c.Name == config).Splits.Single();
            Assert.Equal(Enumerable.Range(0, split.Shards.Count).Select(i => $"{config}/train-{i:D5}-of-{split.Shards.Count:D5}.parquet"), split.Shards);
            Assert.Equal(Derived.Read(whole.Directory, config).Select(Derived.Print), Derived.Read(snapshot.Directory, config).Select(Derived.Print));
        }

        var trees = snapshot.Manifest.Configs.Single(c => c.Name == "trees").Splits.Single().Shards;
        Assert.True(trees.Count > 5);
        var starts = trees.Select(path => Derived.ReadFile(Path.Combine(snapshot.Directory, path))[0].Get<int>("step_id"));
        Assert.All(starts, id => Assert.Equal(0, id));
    }

    [Fact]
    public async Task With_zstd_every_file_is_compressed_by_it_and_holds_the_same_rows()
    {
        Assert.SkipUnless(Zstd.IsAvailable, "libzstd is not installed.");
        var run = await Farmed.RunAsync(_directory["run"], FinishedProblems.Mixture(12));
        var snapshot = await PublishAsync("z", run, Farmed.Options with { Compression = ShardCompression.Zstd });
        var other = await PublishAsync("g", run);
        Assert.All(Directory.EnumerateFiles(snapshot.Directory, "*.parquet", SearchOption.AllDirectories), path =>
        {
            // The magic numbers of a frame of zstd (RFC 8878) and of a member of gzip (RFC 1952).
            ReadOnlySpan<byte> bytes = File.ReadAllBytes(path), zstd = [0x28, 0xB5, 0x2F, 0xFD], gzip = [0x1F, 0x8B, 0x08, 0x00];
            using var reader = ParquetReader.Open(path);
            Assert.Equal((reader.RowCount > 0, false), (bytes.IndexOf(zstd) > 0, bytes.IndexOf(gzip) > 0));
        });
        Assert.All(ConfigNames.All, config => Assert.Equal(
            Derived.Read(other.Directory, config).Select(Derived.Print), Derived.Read(snapshot.Directory, config).Select(Derived.Print)));
    }

    [Fact]
    public async Task Problems_that_are_not_included_are_left_out_and_counted()
    {
        var run = await Farmed.RunAsync(_directory["run"], FinishedProblems.Mixture(10));
        var snapshot = await PublishAsync("s", run, Farmed.Options with { Includes = p => p.Id is not ("p-1" or "p-3") });
        Assert.Equal(2, snapshot.Manifest.Outcomes.Absent);
        Assert.Equal(6, snapshot.Manifest.Outcomes.Accepted);
        Assert.DoesNotContain("p-1", Ids(snapshot.Directory, "sft", "problem_id"));
        Assert.DoesNotContain("p-3", Ids(snapshot.Directory, "trees", "problem_id"));
    }

    [Fact]
    public async Task Without_any_row_every_config_is_still_a_file_with_its_schema()
    {
        var snapshot = await PublishAsync("s", await Farmed.RunAsync(_directory["run"], []));
        Assert.All(ConfigDefinitions.All, config =>
        {
            using var reader = ParquetReader.Open(Path.Combine(snapshot.Directory, config.Name, "train-00000-of-00001.parquet"));
            Assert.Equal((0, config.Schema), (reader.RowCount, reader.Schema));
        });
    }

    [Fact]
    public async Task Two_runs_are_published_together_and_what_is_in_both_once()
    {
        var next = FinishedProblems.Lineage with { RunId = "run-2", Round = 1, ConfigHash = "beef" };
        var shared = await Farmed.RunAsync(_directory["a"], FinishedProblems.Mixture(6));
        var copy = await Farmed.RunAsync(_directory["b"], FinishedProblems.Mixture(6));
        var other = await Farmed.RunAsync(_directory["c"], [FinishedProblems.Accepted(20)], lineage: next);
        var snapshot = await SnapshotPublisher.PublishAsync([shared, copy, other], _directory["s"], Farmed.Options);
        Assert.Equal(["p-1", "p-2", "p-20", "p-4", "p-5"], Ids(snapshot.Directory, "sft", "problem_id"));
        Assert.Equal(2, snapshot.Manifest.Runs.Count);
        Assert.Equal([0, 0, 1, 0, 0], Derived.Read(snapshot.Directory, "sft").Select(r => r.Get<int>("round")));
    }

    [Fact]
    public async Task One_id_with_different_contents_in_two_runs_is_an_error()
    {
        var a = await Farmed.RunAsync(_directory["a"], [FinishedProblems.Accepted(1)]);
        var b = await Farmed.RunAsync(_directory["b"], [FinishedProblems.Accepted(1, level: "hard")]);
        var e = await Assert.ThrowsAsync<CorpusException>(() => SnapshotPublisher.PublishAsync([a, b], _directory["s"], Farmed.Options));
        Assert.Contains("p-1", e.Message);
    }

    [Fact]
    public async Task A_place_that_is_taken_is_refused_by_name_and_the_same_snapshot_is_left_alone()
    {
        var run = await Farmed.RunAsync(_directory["run"], FinishedProblems.Mixture(6));
        var clock = new ManualTimeProvider();
        var first = await PublishAsync("s", run, Farmed.Options with { Clock = clock });
        var before = Farmed.Hashes(first.Directory);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await PublishAsync("s", run, Farmed.Options with { Clock = clock })).WasThere);
        Assert.Equal(before, Farmed.Hashes(first.Directory));

        await Farmed.RunAsync(run, FinishedProblems.Mixture(7));
        Assert.Contains(first.Directory, (await Assert.ThrowsAsync<CorpusException>(() => PublishAsync("s", run))).Message);
        Assert.Equal(before, Farmed.Hashes(first.Directory));

        Directory.CreateDirectory(_directory["mine"]);
        await File.WriteAllTextAsync(_directory["mine/thesis.txt"], "x");
        Assert.Contains("mine", (await Assert.ThrowsAsync<CorpusException>(() => PublishAsync("mine", run))).Message);
        Assert.Equal(["mine", "run", "s"], Directory.GetDirectories(_directory.Path).Select(d => Path.GetFileName(d)).Order());
    }

    [Fact]
    public async Task A_damaged_snapshot_in_the_place_is_named()
    {
        var run = await Farmed.RunAsync(_directory["run"], FinishedProblems.Mixture(6));
        var snapshot = await PublishAsync("s", run);
        await File.AppendAllTextAsync(Path.Combine(snapshot.Directory, "README.md"), "x");
        Assert.Contains("README.md", (await Assert.ThrowsAsync<CorpusException>(() => PublishAsync("s", run))).Message);
    }

    private Task<PublishedSnapshot> PublishAsync(string name, string run, PublishOptions? options = null)
        => SnapshotPublisher.PublishAsync(run, _directory[name], options ?? Farmed.Options);

    private static Core.Reasoning.ReasoningTree Rehang(FinishedProblem finished, Problem problem)
    {
        var tree = new Core.Reasoning.ReasoningTree("other", problem);
        foreach (var step in finished.Tree!.Steps.Skip(1))
        {
            tree.Append(step.ParentId, new Core.Reasoning.StepDraft
            {
                Text = step.Text,
                TokenIds = step.TokenIds,
                Terminal = step.Terminal,
                Answer = step.Answer,
                AnswerVerdict = step.AnswerVerdict,
            });
        }

        return tree;
    }

    private static List<string> Ids(string directory, string config, string column) => [.. Derived.Read(directory, config).Select(r => r.Get<string>(column))];
}
