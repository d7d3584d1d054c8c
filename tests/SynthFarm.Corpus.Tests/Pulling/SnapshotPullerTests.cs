using System.Diagnostics;
using SynthFarm.Corpus.Checking;
using SynthFarm.Corpus.Objects;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Pulling;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Pulling;

public sealed class SnapshotPullerTests : IAsyncLifetime, IDisposable
{
    private const string Shard = "trees/train-00000-of-00001.parquet";

    private readonly TemporaryDirectory _directory = new();
    private SnapshotServerDouble _server = null!;

    private string Original => _directory["snapshot"];

    private string Place => _directory["pulled"];

    public async ValueTask InitializeAsync()
    {
        await Farmed.SnapshotAsync(_directory, problems: 12, Farmed.FourConfigs);
        _server = new SnapshotServerDouble(Original);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        _server.Dispose();
        if (Directory.Exists(_directory.Path))
        {
            _directory.Dispose();
        }
    }

    [Fact]
    public async Task A_snapshot_is_pulled_whole_and_once()
    {
        var pulled = await PullAsync();
        Assert.False(pulled.WasThere);
        Assert.Equal(pulled.Manifest.Files.Sum(f => f.Bytes), pulled.BytesReceived);
        AssertWhole();
        var requests = _server.Requests.Count;
        Assert.True((await PullAsync()).WasThere);
        Assert.Equal(requests + 1, _server.Requests.Count);
        AssertWhole();
    }

    [Fact]
    public async Task A_folder_a_file_address_and_a_store_are_sources_too()
    {
        await SnapshotPuller.PullAsync(Original, _directory["a"]);
        await SnapshotPuller.PullAsync(new Uri(Original).AbsoluteUri, _directory["b"]);
        var store = new ObjectStoreDouble();
        await SnapshotPublisher.PublishAsync([_directory["run"]], new StoreLocation(store, "x/y"), _directory["work"], Farmed.FourConfigs);
        await SnapshotPuller.PullAsync(new StoreLocation(store, "x/y"), _directory["c"]);
        Assert.All(["a", "b", "c"], name => Assert.Equal(Farmed.Hashes(Original), Farmed.Hashes(_directory[name])));
        var e = await Assert.ThrowsAsync<PullException>(() => SnapshotPuller.PullAsync(_directory["run"], _directory["d"]));
        Assert.Contains("manifest.json", e.Message);
        Assert.False(Directory.Exists(_directory["d.tmp-pull"]));
    }

    [Fact]
    public async Task A_cut_connection_is_gone_on_with_where_it_was_cut()
    {
        var half = (int)new FileInfo(Path.Combine(Original, Shard)).Length / 2;
        _server.Fault = r => r is { Path: Shard, From: null } ? new ServerFault { CutAfter = half } : null;
        var pulled = await PullAsync();
        AssertWhole();
        var again = Assert.Single(_server.Requests, r => r.From is not null);
        Assert.Equal((Shard, half), (again.Path, again.From));
        Assert.StartsWith("\"", again.IfRange);
        Assert.Equal(pulled.Manifest.Files.Sum(f => f.Bytes), pulled.BytesReceived);
    }

    [Fact]
    public async Task A_source_that_cuts_again_and_again_is_followed_to_the_end()
    {
        _server.Fault = r => r.Path == Shard && r.Number < 12 ? new ServerFault { CutAfter = 300, HasNoTag = true } : null;
        await PullAsync();
        AssertWhole();
        Assert.All(_server.Requests, r => Assert.Null(r.IfRange));
    }

    [Fact]
    public async Task A_source_without_ranges_begins_anew()
    {
        _server.Fault = r => r.Path != Shard ? null : new ServerFault { CutAfter = r.From is null ? 1000 : null, IgnoresRange = true };
        var pulled = await PullAsync();
        AssertWhole();
        Assert.Equal(pulled.Manifest.Files.Sum(f => f.Bytes) + 1000, pulled.BytesReceived);
    }

    [Fact]
    public async Task Pieces_that_do_not_fit_together_are_pulled_anew()
    {
        _server.Fault = r => r.Path == Shard && _server.Requests.Count(x => x.Path == Shard) == 1 ? new ServerFault { CutAfter = 1000, FlippedByte = 5 } : null;
        await PullAsync();
        AssertWhole();
        Assert.Equal(3, _server.Requests.Count(r => r.Path == Shard));
    }

    [Fact]
    public async Task A_byte_that_is_always_wrong_is_told_by_file_and_nothing_appears()
    {
        _server.Fault = r => r.Path == Shard ? new ServerFault { FlippedByte = 700 } : null;
        var e = await Assert.ThrowsAsync<PullException>(() => PullAsync());
        Assert.Contains(Shard, e.Message);
        Assert.Contains("checksum", e.Message);
        Assert.Equal(2, _server.Requests.Count(r => r.Path == Shard));
        Assert.False(Directory.Exists(Place));
        _server.Fault = _ => null;
        var pulled = await PullAsync();
        AssertWhole();
        Assert.True(pulled.BytesReceived < pulled.Manifest.Files.Sum(f => f.Bytes));
    }

    [Fact]
    public async Task Every_file_with_a_flipped_byte_is_named()
    {
        foreach (var file in SnapshotManifest.Load(Original).Files)
        {
            _server.Fault = r => r.Path == file.Path ? new ServerFault { FlippedByte = (int)file.Bytes / 2 } : null;
            Assert.Contains(file.Path, (await Assert.ThrowsAsync<PullException>(() => PullAsync())).Message);
        }

        _server.Fault = r => r.Path == SnapshotManifest.FileName ? new ServerFault { FlippedByte = 100 } : null;
        Assert.Contains(SnapshotManifest.FileName, (await Assert.ThrowsAsync<CorpusException>(() => PullAsync())).Message);
        Assert.False(Directory.Exists(Place));
    }

    [Theory]
    [InlineData(7, null, "bytes where the manifest says")]
    [InlineData(0, 9, "sends more than")]
    public async Task A_source_that_lies_about_a_length_is_told(int lie, int? more, string expected)
    {
        _server.Fault = r => r.Path == Shard ? new ServerFault { LengthLie = lie, EndlessBytes = more } : null;
        var e = await Assert.ThrowsAsync<PullException>(() => PullAsync());
        Assert.Contains(Shard, e.Message);
        Assert.Contains(expected, e.Message);
        Assert.False(Directory.Exists(Place));
    }

    [Fact]
    public async Task Another_range_than_was_asked_for_and_an_encoded_body_are_refused()
    {
        _server.Fault = r => r.Path != Shard ? null : new ServerFault { CutAfter = r.From is null ? 1000 : null, SendsOtherRange = true };
        Assert.Contains("asked for the bytes from 1000 on", (await Assert.ThrowsAsync<PullException>(() => PullAsync())).Message);
        _server.Fault = _ => new ServerFault { Encoding = "gzip" };
        Assert.Contains("gzip", (await Assert.ThrowsAsync<PullException>(() => PullAsync())).Message);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_busy_source_is_waited_for_as_long_as_it_asks(int status)
    {
        _server.Fault = r => r.Path == Shard && _server.Requests.Count(x => x.Path == Shard) == 1 ? new ServerFault { Status = status, RetryAfter = "1" } : null;
        var watch = Stopwatch.StartNew();
        await PullAsync();
        AssertWhole();
        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task A_wait_beyond_the_bound_is_told_at_once()
    {
        _server.Fault = r => r.Path == Shard ? new ServerFault { Status = 503, RetryAfter = "9999" } : null;
        Assert.Contains("9,999 seconds", (await Assert.ThrowsAsync<PullException>(() => PullAsync())).Message);
        Assert.Single(_server.Requests, r => r.Path == Shard);
    }

    [Fact]
    public async Task A_silent_source_is_given_up_and_asked_again()
    {
        var options = new PullOptions { Silence = TimeSpan.FromSeconds(1) };
        _server.Fault = r => r.Path switch
        {
            SnapshotManifest.FileName when r.Number == 1 => new ServerFault { IsMute = true },
            Shard when r.From is null => new ServerFault { HangAfter = 500 },
            _ => null,
        };
        await PullAsync(options);
        AssertWhole();
        Assert.Contains(_server.Requests, r => r is { Path: Shard, From: 500 });
    }

    [Fact]
    public async Task A_token_is_sent_and_never_told()
    {
        _server.Fault = r => r.Authorization == "Bearer s3cret-token" ? null : new ServerFault { Status = 401 };
        var without = await Assert.ThrowsAsync<PullException>(() => PullAsync());
        Assert.Contains("it wants a token", without.Message);
        var wrong = await Assert.ThrowsAsync<PullException>(() => PullAsync(new PullOptions { Token = "other-t0ken" }));
        Assert.Contains("not accepted", wrong.Message);
        Assert.DoesNotContain("other-t0ken", wrong.ToString());
        Assert.Equal(2, _server.Requests.Count);
        await PullAsync(new PullOptions { Token = "s3cret-token" });
        AssertWhole();
        var bad = await Assert.ThrowsAsync<ArgumentException>(() => PullAsync(new PullOptions { Token = "with\nbreak" }));
        Assert.DoesNotContain("break", bad.Message);
    }

    [Fact]
    public async Task A_redirection_is_followed_without_the_token()
    {
        using var mirror = new SnapshotServerDouble(Original);
        mirror.Fault = r => r is { Path: Shard, From: null } ? new ServerFault { CutAfter = 900 } : null;
        _server.Fault = r => r.Path == Shard ? new ServerFault { Status = 302, Location = $"{mirror.Url}/{Shard}" } : null;
        await PullAsync(new PullOptions { Token = "s3cret-token" });
        AssertWhole();
        Assert.All(_server.Requests, r => Assert.Equal("Bearer s3cret-token", r.Authorization));
        Assert.All(mirror.Requests, r => Assert.Null(r.Authorization));
        Assert.Equal([null, 900], mirror.Requests.Select(r => r.From));
    }

    [Fact]
    public async Task The_query_of_an_address_goes_with_every_request_and_is_never_told()
    {
        _server.Fault = r => r.Path == Shard ? new ServerFault { Status = 404 } : null;
        var e = await Assert.ThrowsAsync<PullException>(() => SnapshotPuller.PullAsync(_server.Url + "/?sig=abc%2Fd&x=1", Place));
        Assert.DoesNotContain("sig", e.ToString());
        Assert.All(_server.Requests, r => Assert.Equal("?sig=abc%2Fd&x=1", r.Query));
        var user = await Assert.ThrowsAsync<ArgumentException>(() => SnapshotPuller.PullAsync("http://me:pw@127.0.0.1:1/x", Place));
        Assert.DoesNotContain("pw", user.Message);
    }

    [Fact]
    public async Task Nobody_listening_and_a_wrong_address_are_told()
    {
        var e = await Assert.ThrowsAsync<PullException>(() => SnapshotPuller.PullAsync(_server.Url + "/deeper", Place));
        Assert.Contains("404", e.Message);
        await Assert.ThrowsAsync<ArgumentException>(() => SnapshotPuller.PullAsync("ftp://127.0.0.1/x", Place));
        Assert.False(Directory.Exists(Place + ".tmp-pull"));
    }

    [Fact]
    public async Task An_interrupted_pull_goes_on_with_what_is_there()
    {
        using var stop = new CancellationTokenSource();
        _server.Fault = r =>
        {
            if (r.Path == Shard)
            {
                stop.CancelAfter(50);
                return new ServerFault { HangAfter = 800 };
            }

            return null;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PullAsync(cancellationToken: stop.Token));
        Assert.False(Directory.Exists(Place));
        _server.Fault = _ => null;
        var before = _server.Requests.Count;
        await PullAsync();
        AssertWhole();
        Assert.Equal([SnapshotManifest.FileName, Shard], _server.Requests.Skip(before).Select(r => r.Path).Distinct());
        Assert.Contains(_server.Requests, r => r is { Path: Shard, From: 800 });
    }

    [Fact]
    public async Task Bytes_that_were_changed_meanwhile_are_pulled_again()
    {
        _server.Fault = r => r.Path == Shard ? new ServerFault { Status = 404 } : null;
        await Assert.ThrowsAsync<PullException>(() => PullAsync());
        var there = Directory.GetFiles(Place + ".tmp-pull/snapshot", "*.parquet", SearchOption.AllDirectories)[0];
        var bytes = await File.ReadAllBytesAsync(there);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(there, bytes);
        _server.Fault = _ => null;
        await PullAsync();
        AssertWhole();
    }

    [Fact]
    public async Task What_another_snapshot_left_is_not_mixed_in()
    {
        _server.Fault = r => r.Path == Shard ? new ServerFault { CutAfter = 500, IgnoresRange = true, Status = r.From is null ? null : 404 } : null;
        await Assert.ThrowsAsync<PullException>(() => PullAsync());
        await Farmed.RunAsync(_directory["run"], FinishedProblems.Mixture(15));
        await SnapshotPublisher.PublishAsync(_directory["run"], _directory["other"], Farmed.FourConfigs);
        await SnapshotPuller.PullAsync(_directory["other"], Place);
        Assert.Equal(Farmed.Hashes(_directory["other"]), Farmed.Hashes(Place));
        Assert.Contains("other contents", (await Assert.ThrowsAsync<CorpusException>(() => PullAsync())).Message);
    }

    [Fact]
    public async Task Some_configs_alone_are_a_sound_snapshot_that_names_its_parent()
    {
        var pulled = await PullAsync(new PullOptions { Configs = ["sft", "rejections"] });
        Assert.Equal(["sft", "rejections"], pulled.Manifest.Configs.Select(c => c.Name));
        Assert.Equal(["shortcut", "trees"], pulled.Manifest.LeftOut);
        Assert.Equal("pull", Assert.Single(pulled.Manifest.Parents).Relation);
        Assert.Equal(["rejections", "sft"], Directory.GetDirectories(Place).Select(Path.GetFileName).Order());
        var report = await SnapshotChecker.CheckAsync(Place);
        Assert.True(report.IsSound, string.Join('\n', report.Findings));
        Assert.DoesNotContain(_server.Requests, r => r.Path == Shard);
        Assert.True((await PullAsync(new PullOptions { Configs = ["rejections", "sft"] })).WasThere);
        var e = await Assert.ThrowsAsync<CorpusException>(() => SnapshotPuller.PullAsync(Original, _directory["x"], new PullOptions { Configs = ["sfx"] }));
        Assert.Contains("sft, shortcut, trees, rejections", e.Message);
    }

    private Task<PulledSnapshot> PullAsync(PullOptions? options = null, CancellationToken cancellationToken = default)
        => SnapshotPuller.PullAsync(_server.Url, Place, options, cancellationToken);

    private void AssertWhole()
    {
        Assert.Equal(Farmed.Hashes(Original), Farmed.Hashes(Place));
        Assert.False(Directory.Exists(Place + ".tmp-pull"));
    }
}
