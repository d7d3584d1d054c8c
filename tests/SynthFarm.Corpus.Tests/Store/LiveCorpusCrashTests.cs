using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Store;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Store;

public sealed class LiveCorpusCrashTests : IDisposable
{
    private readonly TemporaryDirectory _run = new();

    public void Dispose() => _run.Dispose();

    public static TheoryData<string, int, bool> Points => new()
    {
        { CrashPoint.PartWritten, 1, false },
        { CrashPoint.PartWritten, 2, false },
        { CrashPoint.PartRenamed, 1, false },
        { CrashPoint.PartRenamed, 2, false },
        { CrashPoint.ManifestWritten, 1, false },
        { CrashPoint.ManifestRenamed, 1, true },
    };

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_commit_cut_short_is_there_completely_or_not_at_all(string point, int occurrence, bool isCommitted)
    {
        using (var corpus = Open())
        {
            await corpus.CommitAsync(FinishedProblems.Mixture(10));
        }

        var crash = new CrashAt(point, occurrence);
        using (var corpus = Open(crash))
        {
            await Assert.ThrowsAsync<CrashAt.CrashException>(() => corpus.CommitAsync(FinishedProblems.Mixture(20)));
        }

        Assert.True(crash.WasReached);
        Assert.Equal(isCommitted ? 20 : 10, CorpusReader.Open(_run.Path).Read().Count());
        using (var corpus = Open())
        {
            Assert.Equal(isCommitted ? 20 : 10, corpus.Counts.Problems);
            await corpus.CommitAsync(FinishedProblems.Mixture(20));
            Assert.Equal(20, corpus.Counts.Problems);
            Assert.Equal(2, Directory.GetFiles(_run["trees"]).Length);
            Assert.Equal(2, Directory.GetFiles(_run["corpus/problems"]).Length);
        }
    }

    [Theory]
    [InlineData(CrashPoint.PartRenamed)]
    [InlineData(CrashPoint.ManifestWritten)]
    public async Task A_commit_that_failed_before_its_manifest_is_in_place_can_be_repeated_at_once(string point)
    {
        using var corpus = Open(new CrashAt(point));
        await Assert.ThrowsAsync<CrashAt.CrashException>(() => corpus.CommitAsync(FinishedProblems.Mixture(5)));
        await corpus.CommitAsync(FinishedProblems.Mixture(5));
        Assert.Equal(5, CorpusReader.Open(_run.Path).Read().Count());
    }

    [Fact]
    public async Task After_a_failure_around_the_manifest_the_corpus_must_be_opened_again()
    {
        using var corpus = Open(new CrashAt(CrashPoint.ManifestRenamed));
        await Assert.ThrowsAsync<CrashAt.CrashException>(() => corpus.CommitAsync(FinishedProblems.Mixture(5)));
        Assert.Contains("open the corpus again", (await Assert.ThrowsAsync<CorpusException>(() => corpus.CommitAsync(FinishedProblems.Mixture(6)))).Message);
    }

    private LiveCorpus Open(ICrashPoints? crashPoints = null) => LiveCorpus.Open(
        _run.Path, FinishedProblems.Lineage, new LiveCorpusOptions { CrashPoints = crashPoints ?? CrashPoint.None });
}
