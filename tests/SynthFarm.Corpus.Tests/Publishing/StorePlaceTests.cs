using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Objects;
using SynthFarm.Corpus.Publishing;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Publishing;

public sealed class StorePlaceTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ObjectStoreDouble _store = new();
    private PublishedSnapshot _whole = null!;

    private StoreLocation Target => new(_store, "corpora/first");

    public async ValueTask InitializeAsync()
    {
        await Farmed.RunAsync(_directory["run"], FinishedProblems.Mixture(20));
        _whole = await SnapshotPublisher.PublishAsync(_directory["run"], _directory["whole"], Farmed.Options);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        if (Directory.Exists(_directory.Path))
        {
            _directory.Dispose();
        }
    }

    [Fact]
    public async Task The_files_are_those_of_a_folder_and_the_manifest_comes_last()
    {
        var published = await PublishAsync();
        Assert.False(published.WasThere);
        Assert.True(published.Manifest.HasSameContents(_whole.Manifest));
        Assert.Equal("corpora/first/manifest.json", _store.Puts[^1]);
        Assert.Equal(_whole.Manifest.Files.Select(f => "corpora/first/" + f.Path), _store.Puts.SkipLast(1));
        await AssertEqualAsync();
        Assert.Empty(Directory.GetDirectories(_directory["work"]));
        var puts = _store.Puts.Count;
        Assert.True((await PublishAsync()).WasThere);
        Assert.Equal(puts, _store.Puts.Count);
    }

    [Fact]
    public async Task A_folder_is_a_store_too()
    {
        await SnapshotPublisher.PublishAsync([_directory["run"]], new StoreLocation(new FolderObjectStore(_directory["folder"])), _directory["work"], Farmed.Options);
        Directory.Delete(_directory["folder/.incoming"]);
        Assert.Equal(Farmed.Hashes(_whole.Directory), Farmed.Hashes(_directory["folder"]));
    }

    public static TheoryData<string, int> Points
    {
        get
        {
            var points = new TheoryData<string, int>();
            foreach (var point in CrashPoint.All.Where(p => p.StartsWith("store.", StringComparison.Ordinal)))
            {
                points.Add(point, 1);
                if (point == CrashPoint.StoreFilePut)
                {
                    points.Add(point, 3);
                    points.Add(point, 6);
                }
            }

            return points;
        }
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_publication_cut_short_is_no_snapshot_before_its_manifest_and_is_gone_on_with(string point, int occurrence)
    {
        await Assert.ThrowsAsync<CrashAt.CrashException>(() => PublishAsync(new CrashAt(point, occurrence)));
        Assert.Equal(point == CrashPoint.StoreManifestPut, await StoredSnapshot.FindAsync(Target) is not null);
        Assert.Equal(point == CrashPoint.StoreManifestPut, (await PublishAsync()).WasThere);
        await AssertEqualAsync();
    }

    [Fact]
    public async Task A_busy_store_and_one_that_times_out_after_it_has_put_are_asked_again()
    {
        _store.PutFault = (number, _) => number % 3 == 1 ? ObjectStoreFault.Busy : number % 3 == 2 ? ObjectStoreFault.TimeoutAfterSuccess : ObjectStoreFault.None;
        Assert.False((await PublishAsync()).WasThere);
        await AssertEqualAsync();
    }

    [Fact]
    public async Task A_manifest_whose_put_timed_out_after_success_is_known_as_its_own()
    {
        _store.PutFault = (_, name) => name.EndsWith("manifest.json", StringComparison.Ordinal) ? ObjectStoreFault.TimeoutAfterSuccess : ObjectStoreFault.None;
        Assert.False((await PublishAsync()).WasThere);
        await AssertEqualAsync();
    }

    [Fact]
    public async Task A_store_that_refuses_is_told_and_publishing_again_goes_on()
    {
        _store.PutFault = (number, _) => number == 3 ? ObjectStoreFault.Refused : ObjectStoreFault.None;
        await Assert.ThrowsAsync<ObjectStoreException>(() => PublishAsync());
        Assert.Null(await StoredSnapshot.FindAsync(Target));
        Assert.False((await PublishAsync()).WasThere);
        await AssertEqualAsync();
    }

    [Fact]
    public async Task Other_contents_in_the_place_are_never_changed()
    {
        await PublishAsync();
        await Farmed.RunAsync(_directory["run"], FinishedProblems.Mixture(23));
        Assert.Contains("other contents", (await Assert.ThrowsAsync<CorpusException>(() => PublishAsync())).Message);
        await AssertEqualAsync();
    }

    [Fact]
    public async Task What_an_unfinished_publication_of_other_contents_left_is_told_by_name()
    {
        await Assert.ThrowsAsync<CrashAt.CrashException>(() => PublishAsync(new CrashAt(CrashPoint.StoreFilePut, 4)));
        await Farmed.RunAsync(_directory["run"], FinishedProblems.Mixture(23));
        var e = await Assert.ThrowsAsync<CorpusException>(() => PublishAsync());
        Assert.Contains("README.md", e.Message);
        Assert.Null(await StoredSnapshot.FindAsync(Target));
    }

    [Fact]
    public async Task Two_that_publish_the_same_at_once_make_one_snapshot()
    {
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Task.Run(()
            => SnapshotPublisher.PublishAsync([_directory["run"]], Target, _directory[$"work-{i}"], Options()))));
        Assert.All(both, published => Assert.True(published.Manifest.HasSameContents(_whole.Manifest)));
        await AssertEqualAsync();
    }

    private Task<PublishedSnapshot> PublishAsync(ICrashPoints? crashPoints = null)
        => SnapshotPublisher.PublishAsync([_directory["run"]], Target, _directory["work"], Options(crashPoints));

    /// <summary>The real clock, because busy stores are waited for.</summary>
    private static PublishOptions Options(ICrashPoints? crashPoints = null) => new() { CrashPoints = crashPoints ?? CrashPoint.None };

    private async Task AssertEqualAsync()
    {
        foreach (var file in _whole.Manifest.Files)
        {
            var bytes = new byte[file.Bytes];
            Assert.Equal((int)file.Bytes, await _store.ReadAsync("corpora/first/" + file.Path, 0, bytes));
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_whole.Directory, file.Path)), bytes);
        }

        Assert.True((await StoredSnapshot.FindAsync(Target))!.HasSameContents(_whole.Manifest));
    }
}
