using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Pulling;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Tests.Pulling;

/// <summary>A manifest from elsewhere decides what is written here.</summary>
public sealed class PullSelectionTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string, string> HostilePaths => new()
    {
        { "../outside.txt", "no path inside" },
        { "/etc/cron.d/x", "no path inside" },
        { "sft/../../x", "no path inside" },
        { "sft\\x", "no path inside" },
        { ".git/config", "no path inside" },
        { "manifest.json", "more than once" },
        { "README.md", "more than once" },
        { "readme.MD", "more than once" },
        { "README.md/x", "below another file" },
    };

    [Theory]
    [MemberData(nameof(HostilePaths))]
    public async Task A_path_that_leaves_the_place_or_meets_another_is_refused(string path, string expected)
        => Assert.Contains(expected, (await RefusedAsync(files => [.. files, new FileEntry(path, 1, new string('0', 64))])).Message);

    [Theory]
    [InlineData(-1, "00")]
    [InlineData(5, "../../x")]
    [InlineData(5, "ABCDEF")]
    public async Task A_size_or_a_checksum_that_cannot_be_is_refused(long bytes, string sha256)
        => Assert.Contains("neither may be so", (await RefusedAsync(files => [.. files, new FileEntry("x", bytes, sha256)])).Message);

    [Fact]
    public async Task A_shard_that_is_not_listed_is_refused()
        => Assert.Contains("does not list it", (await RefusedAsync(files => [.. files.Skip(4)])).Message);

    private async Task<CorpusException> RefusedAsync(Func<IReadOnlyList<FileEntry>, IReadOnlyList<FileEntry>> change)
    {
        var snapshot = await Farmed.SnapshotAsync(_directory, problems: 3);
        var manifest = SnapshotManifest.Load(snapshot);
        await File.WriteAllBytesAsync(Path.Combine(snapshot, SnapshotManifest.FileName), SealedJson.Serialize(manifest with { Files = change(manifest.Files) }));
        var e = await Assert.ThrowsAsync<CorpusException>(() => SnapshotPuller.PullAsync(snapshot, _directory["pulled"]));
        Assert.Equal(["run", "snapshot"], Directory.GetFileSystemEntries(_directory.Path).Select(Path.GetFileName).Order());
        return e;
    }
}
