using System.Collections.Concurrent;
using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Store;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Store;

public sealed class LiveCorpusTests : IDisposable
{
    private readonly TemporaryDirectory _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Each_commit_adds_one_part_and_an_empty_one_none()
    {
        using var corpus = Open();
        await corpus.CommitAsync(FinishedProblems.Mixture(3));
        await corpus.CommitAsync([]);
        await corpus.CommitAsync(FinishedProblems.Mixture(3));
        await corpus.CommitAsync([FinishedProblems.Failed(10)]);
        Assert.Equal(2, corpus.Sequence);
        Assert.Single(Directory.GetFiles(_run["trees"]));
        Assert.Equal(2, Directory.GetFiles(_run["corpus/problems"]).Length);
    }

    [Fact]
    public async Task A_second_writer_is_refused_by_name_until_the_first_is_done()
    {
        using (var first = Open())
        {
            await first.CommitAsync(FinishedProblems.Mixture(2));
            Assert.Contains(_run.Path, Assert.Throws<CorpusException>(Open).Message);
        }

        using var second = Open();
        Assert.Equal(2, second.Counts.Problems);
    }

    [Fact]
    public void Another_lineage_is_refused()
    {
        Open().Dispose();
        var e = Assert.Throws<CorpusException>(() => LiveCorpus.Open(_run.Path, FinishedProblems.Lineage with { ConfigHash = "other" }));
        Assert.Contains("c0ffee", e.Message);
        Assert.Contains("other", e.Message);
    }

    [Fact]
    public async Task Orphans_are_removed_when_it_is_opened_and_other_files_are_left_alone()
    {
        using (var corpus = Open())
        {
            await corpus.CommitAsync(FinishedProblems.Mixture(2));
        }

        string[] orphans = ["trees/part-00ff.parquet", "trees/part.tmp", "corpus/problems/part-00ff.parquet", "corpus/manifest.json.tmp"];
        string[] others = ["trees/notes.txt", "trees/partly.parquet", "corpus/problems/mine.parquet"];
        foreach (var path in orphans.Concat(others))
        {
            await File.WriteAllTextAsync(_run[path], "x");
        }

        using var again = Open();
        Assert.All(orphans, path => Assert.False(File.Exists(_run[path]), path));
        Assert.All(others, path => Assert.True(File.Exists(_run[path]), path));
        Assert.Equal(2, again.Counts.Problems);
    }

    [Fact]
    public async Task A_lost_manifest_is_an_error_and_deletes_nothing()
    {
        using (var corpus = Open())
        {
            await corpus.CommitAsync(FinishedProblems.Mixture(2));
        }

        File.Delete(_run["corpus/manifest.json"]);
        Assert.Contains("manifest.json", Assert.Throws<CorpusException>(Open).Message);
        Assert.Single(Directory.GetFiles(_run["trees"]));
    }

    [Fact]
    public async Task A_missing_or_shortened_part_is_named_when_it_is_opened()
    {
        using (var corpus = Open())
        {
            await corpus.CommitAsync(FinishedProblems.Mixture(2));
        }

        var part = Directory.GetFiles(_run["trees"]).Single();
        var bytes = await File.ReadAllBytesAsync(part);
        await File.WriteAllBytesAsync(part, bytes[..^1]);
        Assert.Contains(Path.GetFileName(part), Assert.Throws<CorpusException>(Open).Message);
        File.Delete(part);
        Assert.Contains(Path.GetFileName(part), Assert.Throws<CorpusException>(Open).Message);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_refused_by_place_and_nothing_is_committed()
    {
        using var corpus = Open();
        var good = FinishedProblems.Accepted(1);
        var bad = FinishedProblems.Accepted(2);
        bad.Tree!.Append(0, new StepDraft { Text = "ab\uD83D", TokenIds = [] });
        var e = await Assert.ThrowsAsync<CorpusException>(() => corpus.CommitAsync([good, bad]));
        Assert.Contains("Problem p-2, text of step 6", e.Message);
        Assert.Contains("position 2", e.Message);
        Assert.Equal(0, corpus.Counts.Problems);
        await corpus.CommitAsync([good]);
        Assert.Equal(1, corpus.Counts.Problems);
    }

    [Fact]
    public async Task A_reader_beside_a_writer_sees_whole_commits()
    {
        using var corpus = Open();
        await corpus.CommitAsync(FinishedProblems.Mixture(10));
        var before = CorpusReader.Open(_run.Path);
        await corpus.CommitAsync(FinishedProblems.Mixture(20));
        Assert.Equal(10, before.Read().Count());
        Assert.Equal(20, CorpusReader.Open(_run.Path).Read().Count());
        Assert.Equal(ProblemOutcome.Failed, CorpusReader.Open(_run.Path).Find("p-20")!.Outcome);
        Assert.Null(before.Find("p-20"));
    }

    [Fact]
    public async Task Commits_are_written_on_one_thread_whichever_they_come_from()
    {
        var points = new ThreadsSeen();
        using var corpus = LiveCorpus.Open(_run.Path, FinishedProblems.Lineage, new LiveCorpusOptions { CrashPoints = points, MergeParts = 0 });
        await Task.WhenAll(Enumerable.Range(1, 40).Select(number => Task.Run(() => corpus.CommitAsync([FinishedProblems.Accepted(number)]))));
        Assert.Equal(40, corpus.Counts.Problems);
        Assert.Single(points.Threads.Distinct());
        Assert.DoesNotContain(points.Threads, thread => thread.IsThreadPoolThread);
    }

    private sealed class ThreadsSeen : ICrashPoints
    {
        public ConcurrentBag<Thread> Threads { get; } = [];

        public void Reach(string point) => Threads.Add(Thread.CurrentThread);
    }

    private LiveCorpus Open() => LiveCorpus.Open(_run.Path, FinishedProblems.Lineage);
}
