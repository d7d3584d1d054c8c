using System.Collections.Concurrent;
using SynthFarm.Core.Randomness;
using SynthFarm.Corpus.Checking;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Store;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Store;

public sealed class LiveCorpusMergeTests : IDisposable
{
    private static readonly LiveCorpusOptions _never = new() { MergeParts = 0 };
    private static readonly LiveCorpusOptions _pairs = new() { MergeParts = 2 };

    private readonly TemporaryDirectory _run = new();

    public void Dispose() => _run.Dispose();

    public static TheoryData<string, int> Points
    {
        get
        {
            var points = new TheoryData<string, int>();
            foreach (var point in CrashPoint.All.Where(p => p.StartsWith("corpus.merge.", StringComparison.Ordinal)))
            {
                points.Add(point, 1);
                if (point is CrashPoint.MergeWritten or CrashPoint.MergeRenamed or CrashPoint.MergeRemoving)
                {
                    points.Add(point, 2);
                }
            }

            return points;
        }
    }

    [Fact]
    public async Task Many_small_parts_become_few_and_hold_the_same()
    {
        await CommitAsync(_never, 60);
        var before = Read();
        var old = Files();
        using (var corpus = Open(new LiveCorpusOptions { MergeParts = 4 }))
        {
            await corpus.MergeAsync(TestContext.Current.CancellationToken);
            Assert.Equal(60, corpus.Counts.Problems);
            Assert.Equal(60, corpus.Sequence);
        }

        Assert.InRange(LiveManifest.Load(_run.Path).Parts.Count, 1, 10);
        Assert.Equal(LiveManifest.Load(_run.Path).Parts.SelectMany(p => p.Files()).Select(f => f.Path).Order(StringComparer.Ordinal), Files());
        Assert.InRange(old.Intersect(Files()).Count(), 0, 8);
        Assert.Equal(before, Read());
        Assert.True((await SnapshotChecker.CheckAsync(_run.Path)).IsSound);
        using var again = Open(_never);
        Assert.Equal(60, again.Counts.Problems);
        Assert.Equal(60, again.Summaries().Count());
    }

    [Fact]
    public async Task What_no_longer_counts_is_not_carried_on()
    {
        using (var corpus = Open(_never))
        {
            await corpus.CommitAsync([FinishedProblems.Failed(1), FinishedProblems.Accepted(2)]);
            await corpus.CommitAsync([FinishedProblems.Failed(3)]);
            await corpus.CommitAsync([FinishedProblems.Accepted(1)]);
            await corpus.CommitAsync([FinishedProblems.Accepted(3), FinishedProblems.Accepted(4)]);
        }

        var before = Read();
        using (var corpus = Open(_pairs))
        {
            await corpus.MergeAsync(TestContext.Current.CancellationToken);
            Assert.Equal(4, LiveManifest.Load(_run.Path).Parts.Sum(p => p.Problems.Rows));
            await corpus.CommitAsync([FinishedProblems.Accepted(2, level: "edited")]);
        }

        using var reader = CorpusReader.Open(_run.Path);
        Assert.Equal(4, reader.Read().Count());
        Assert.Equal(4, before.Count);
        Assert.Equal("edited", reader.Find("p-2")!.Problem.Level);
        Assert.Equal(ProblemOutcome.Accepted, reader.Find("p-1")!.Outcome);
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_merge_cut_short_loses_nothing_and_doubles_nothing(string point, int occurrence)
    {
        await CommitAsync(_never, 12);
        var before = Read();
        var crash = new CrashAt(point, occurrence);
        using (var corpus = Open(_pairs with { CrashPoints = crash }))
        {
            await Assert.ThrowsAsync<CrashAt.CrashException>(() => corpus.MergeAsync(TestContext.Current.CancellationToken));
            Assert.True(crash.WasReached);
            Assert.Equal(before, Read());
        }

        Assert.Equal(before, Read());
        using (var corpus = Open(_pairs))
        {
            Assert.Equal(LiveManifest.Load(_run.Path).Parts.SelectMany(p => p.Files()).Select(f => f.Path).Order(StringComparer.Ordinal), Files());
            await corpus.MergeAsync(TestContext.Current.CancellationToken);
            await corpus.CommitAsync(FinishedProblems.Mixture(13));
        }

        Assert.Equal(13, Read().Count);
        Assert.True((await SnapshotChecker.CheckAsync(_run.Path)).IsSound);
    }

    [Fact]
    public async Task A_reader_keeps_the_parts_it_has_opened_until_it_is_done()
    {
        await CommitAsync(_never, 20);
        var old = Files();
        using var corpus = Open(_pairs);
        using (var reader = CorpusReader.Open(_run.Path))
        {
            using var reading = reader.Read().GetEnumerator();
            Assert.True(reading.MoveNext());
            await corpus.MergeAsync(TestContext.Current.CancellationToken);
            Assert.Empty(old.Except(Files()));
            var rest = 1;
            while (reading.MoveNext())
            {
                rest++;
            }

            Assert.Equal(20, rest);
            Assert.Equal(20, Read().Count);
        }

        await corpus.CommitAsync([FinishedProblems.Accepted(100)]);
        await corpus.CommitAsync([FinishedProblems.Accepted(101)]);
        await corpus.MergeAsync(TestContext.Current.CancellationToken);
        Assert.Empty(old.Intersect(Files()));
    }

    [Fact]
    public async Task Where_there_are_no_locks_a_reader_that_was_overtaken_is_told_to_begin_again()
    {
        await CommitAsync(_never, 20);
        File.Delete(_run["corpus/readers.lock"]);
        using var reader = CorpusReader.Open(_run.Path);
        using (var corpus = Open(_pairs))
        {
            await corpus.MergeAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("open the corpus again", Assert.Throws<CorpusChangedException>(() => reader.Read().Count()).Message);
        Assert.Throws<CorpusChangedException>(() => reader.ReadSorted(_run["scratch"]).Count());
        Assert.Equal(20, Read().Count);
    }

    [Fact]
    public async Task A_damaged_part_is_not_merged_and_the_commits_go_on()
    {
        await CommitAsync(_never, 4);
        var damaged = _run[LiveManifest.Load(_run.Path).Parts[1].Trees!.Path];
        var bytes = await File.ReadAllBytesAsync(damaged);
        bytes[bytes.Length / 3] ^= 4;
        await File.WriteAllBytesAsync(damaged, bytes);
        var notices = new BlockingCollection<string>();
        using (var corpus = Open(_pairs with { Notice = notices.Add }))
        {
            await corpus.CommitAsync([FinishedProblems.Accepted(50)]);
            Assert.True(notices.TryTake(out var notice, TimeSpan.FromSeconds(20)));
            Assert.Contains(Path.GetFileName(damaged), notice);
            await corpus.CommitAsync([FinishedProblems.Accepted(51)]);
        }

        Assert.Empty(notices);
        Assert.Equal(6, LiveManifest.Load(_run.Path).Parts.Count);
        Assert.True(File.Exists(damaged));
        Assert.DoesNotContain(Files(), path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Published_bytes_do_not_depend_on_merges()
    {
        await CommitAsync(_never, 40);
        var before = await SnapshotPublisher.PublishAsync(_run.Path, _run["a"], Farmed.Options);
        using (var corpus = Open(_pairs))
        {
            await corpus.MergeAsync(TestContext.Current.CancellationToken);
        }

        var after = await SnapshotPublisher.PublishAsync(_run.Path, _run["b"], Farmed.Options);
        Assert.Equal(Farmed.Hashes(before.Directory), Farmed.Hashes(after.Directory));
    }

    [Fact]
    public async Task Publishing_beside_commits_and_merges_gives_sound_snapshots_of_whole_commits()
    {
        var problems = FinishedProblems.Mixture(160).ToArray();
        new Seed(9).CreateRandom().Shuffle<FinishedProblem>(problems);
        var notices = new ConcurrentQueue<string>();
        var published = new List<PublishedSnapshot>();
        using (var corpus = Open(_pairs with { Notice = notices.Enqueue }))
        {
            var writing = Task.Run(async () =>
            {
                foreach (var batch in problems.Chunk(2))
                {
                    await corpus.CommitAsync(batch);
                }
            });
            do
            {
                published.Add(await SnapshotPublisher.PublishAsync(_run.Path, _run[$"s-{published.Count}"], Farmed.Options));
            }
            while (!writing.IsCompleted);
            await writing;
            await corpus.MergeAsync(TestContext.Current.CancellationToken);
            Assert.True(LiveManifest.Load(_run.Path).Merges > 2);
        }

        Assert.Empty(notices);
        published.Add(await SnapshotPublisher.PublishAsync(_run.Path, _run[$"s-{published.Count}"], Farmed.Options));
        Assert.Equal(160, published[^1].Manifest.Outcomes.Ended);
        foreach (var snapshot in published)
        {
            var report = await SnapshotChecker.CheckAsync(snapshot.Directory);
            Assert.True(report.IsSound, string.Join('\n', report.Findings));
            var ended = (int)snapshot.Manifest.Outcomes.Ended;
            Assert.Equal(0, ended % 2);
            using var expected = new TemporaryDirectory();
            await Farmed.RunAsync(expected["run"], problems[..ended]);
            var whole = await SnapshotPublisher.PublishAsync(expected["run"], expected["s"], Farmed.Options);
            Assert.Equal(Farmed.Hashes(whole.Directory), Farmed.Hashes(snapshot.Directory));
        }
    }

    [Fact]
    public async Task Commits_that_come_together_with_merges_are_all_there()
    {
        using (var corpus = Open(_pairs))
        {
            await Task.WhenAll(FinishedProblems.Mixture(80).Chunk(2).Select(batch => corpus.CommitAsync(batch)));
            Assert.Equal(80, corpus.Counts.Problems);
        }

        Assert.Equal(80, Read().Count);
        using var again = Open(_never);
        Assert.Equal(80, again.Counts.Problems);
    }

    [Fact]
    public async Task Options_out_of_bounds_are_named()
    {
        Assert.Contains("mergeParts is 65", Assert.Throws<ArgumentException>(() => Open(new LiveCorpusOptions { MergeParts = 65 })).Message);
        Assert.Contains("maxPartBytes is 1;", Assert.Throws<ArgumentException>(() => Open(new LiveCorpusOptions { MaxPartBytes = 1 })).Message);
        await CommitAsync(_never, 1);
    }

    private async Task CommitAsync(LiveCorpusOptions options, int problems)
    {
        using var corpus = Open(options);
        foreach (var finished in FinishedProblems.Mixture(problems))
        {
            await corpus.CommitAsync([finished]);
        }
    }

    private LiveCorpus Open(LiveCorpusOptions options) => LiveCorpus.Open(_run.Path, FinishedProblems.Lineage, options);

    private List<string> Read()
    {
        using var reader = CorpusReader.Open(_run.Path);
        return [.. reader.Read().Select(p => $"{p.Problem.Id} {p.Outcome} {p.Tree?.Id} {p.Tree?.Count}").Order(StringComparer.Ordinal)];
    }

    private List<string> Files() =>
    [
        .. new[] { "corpus/problems", "trees" }
            .SelectMany(folder => Directory.GetFiles(_run[folder]).Select(path => $"{folder}/{Path.GetFileName(path)}"))
            .Order(StringComparer.Ordinal),
    ];
}
