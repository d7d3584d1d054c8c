using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Pulling;

namespace SynthFarm.Corpus.Tests.Pulling;

public sealed class PullCrashTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string, int> Points
    {
        get
        {
            var points = new TheoryData<string, int>();
            foreach (var point in CrashPoint.All.Where(p => p.StartsWith("pull.", StringComparison.Ordinal)))
            {
                points.Add(point, 1);
                if (point is CrashPoint.PullBytesWritten or CrashPoint.PullFileWritten or CrashPoint.PullFileRenamed)
                {
                    points.Add(point, 4);
                }
            }

            return points;
        }
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_pull_cut_short_shows_a_whole_snapshot_or_none_and_goes_on(string point, int occurrence)
    {
        var original = await Farmed.SnapshotAsync(_directory, problems: 8);
        var crash = new CrashAt(point, occurrence);
        await Assert.ThrowsAsync<CrashAt.CrashException>(() => SnapshotPuller.PullAsync(original, _directory["p"], new PullOptions { CrashPoints = crash }));
        Assert.True(crash.WasReached);
        Assert.Equal(point == CrashPoint.PullRenamed, Directory.Exists(_directory["p"]));
        var again = await SnapshotPuller.PullAsync(original, _directory["p"]);
        Assert.Equal(point == CrashPoint.PullRenamed, again.WasThere);
        Assert.Equal(Farmed.Hashes(original), Farmed.Hashes(_directory["p"]));
        Assert.False(Directory.Exists(_directory["p.tmp-pull"]));
        if (point == CrashPoint.PullBeforeRename)
        {
            Assert.Equal(0, again.BytesReceived);
        }
    }

    [Fact]
    public async Task Two_pulls_to_one_place_do_not_meet()
    {
        var original = await Farmed.SnapshotAsync(_directory, problems: 3);
        var second = new PullDuring(original, _directory["p"]);
        await SnapshotPuller.PullAsync(original, _directory["p"], new PullOptions { CrashPoints = second });
        Assert.Contains("another process", second.Message);
        Assert.Equal(Farmed.Hashes(original), Farmed.Hashes(_directory["p"]));
    }

    /// <summary>Tries to pull to the same place while a pull is at work.</summary>
    private sealed class PullDuring(string source, string place) : ICrashPoints
    {
        public string? Message { get; private set; }

        public void Reach(string point)
            => Message ??= Assert.Throws<CorpusException>(() => SnapshotPuller.PullAsync(source, place).GetAwaiter().GetResult()).Message;
    }
}
