using SynthFarm.Corpus.Checking;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Publishing;

public sealed class SnapshotCrashTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string, int, bool> Points => new()
    {
        { CrashPoint.ShardWritten, 1, false },
        { CrashPoint.ShardWritten, 4, false },
        { CrashPoint.BeforeRename, 1, false },
        { CrashPoint.Renamed, 1, true },
    };

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_publication_cut_short_shows_a_whole_snapshot_or_none(string point, int occurrence, bool isThere)
    {
        var run = await Farmed.RunAsync(_directory["run"], FinishedProblems.Mixture(20));
        var whole = await SnapshotPublisher.PublishAsync(run, _directory["whole"], Farmed.Options);
        var crash = new CrashAt(point, occurrence);
        await Assert.ThrowsAsync<CrashAt.CrashException>(() => SnapshotPublisher.PublishAsync(run, _directory["s"], Farmed.Options with { CrashPoints = crash }));
        Assert.True(crash.WasReached);
        Assert.Equal(isThere, Directory.Exists(_directory["s"]));
        var again = await SnapshotPublisher.PublishAsync(run, _directory["s"], Farmed.Options);
        Assert.Equal(isThere, again.WasThere);
        Assert.Equal(Farmed.Hashes(whole.Directory), Farmed.Hashes(again.Directory));
        Assert.True((await SnapshotChecker.CheckAsync(again.Directory)).IsSound);
    }

    [Fact]
    public async Task What_a_killed_publication_left_is_removed_by_the_next()
    {
        var run = await Farmed.RunAsync(_directory["run"], FinishedProblems.Mixture(5));
        Directory.CreateDirectory(_directory["s.tmp-publish/snapshot/sft"]);
        await File.WriteAllTextAsync(_directory["s.tmp-publish/snapshot/sft/train-00000.tmp"], "half a shard");
        await File.WriteAllTextAsync(_directory["s.tmp-publish/snapshot/stale.txt"], "x");
        await SnapshotPublisher.PublishAsync(run, _directory["s"], Farmed.Options);
        Assert.False(Directory.Exists(_directory["s.tmp-publish"]));
        Assert.True((await SnapshotChecker.CheckAsync(_directory["s"])).IsSound);
    }
}
