using SynthFarm.Corpus.Objects;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Objects;

/// <summary>The folder keeps the promises of every store, and some of a folder's own.</summary>
public sealed class FolderObjectStoreTests : ObjectStoreSpec, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Objects_are_plain_files_under_their_names()
    {
        var store = Create();
        await PutAsync(store, "sft/a.parquet", [1, 2]);
        Assert.Equal([1, 2], await File.ReadAllBytesAsync(_directory["store/sft/a.parquet"]));
        await File.WriteAllBytesAsync(_directory["store/sft/b.parquet"], [3]);
        Assert.Equal(["sft/a.parquet", "sft/b.parquet"], await ListAsync(store, ""));
        Assert.False(await PutAsync(store, "sft/b.parquet", [4]));
    }

    [Fact]
    public async Task Links_are_neither_followed_nor_listed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows makes links only for the privileged.");
        var store = Create();
        await PutAsync(store, "a/x", [1]);
        Directory.CreateDirectory(_directory["outside"]);
        await File.WriteAllBytesAsync(_directory["outside/secret"], [9]);
        Directory.CreateSymbolicLink(_directory["store/out"], _directory["outside"]);
        File.CreateSymbolicLink(_directory["store/a/secret"], _directory["outside/secret"]);
        File.CreateSymbolicLink(_directory["store/dangling"], _directory["outside/new"]);
        foreach (var name in new[] { "out/secret", "a/secret", "out/new", "dangling" })
        {
            Assert.Contains("link", (await Assert.ThrowsAsync<ObjectStoreException>(() => store.ReadAsync(name, 0, new byte[1]))).Message);
            await Assert.ThrowsAsync<ObjectStoreException>(() => store.FindAsync(name));
            await Assert.ThrowsAsync<ObjectStoreException>(() => PutAsync(store, name, [1]));
        }

        Assert.Equal(["a/x"], await ListAsync(store, ""));
        Assert.Equal(["secret"], Directory.GetFiles(_directory["outside"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_folder_or_an_object_in_the_way_is_named()
    {
        var store = Create();
        await PutAsync(store, "a/x", [1]);
        Assert.Contains("is a folder", (await Assert.ThrowsAsync<ObjectStoreException>(() => PutAsync(store, "a", [1]))).Message);
        Assert.Contains("a/x/y", (await Assert.ThrowsAsync<ObjectStoreException>(() => PutAsync(store, "a/x/y", [1]))).Message);
    }

    [Fact]
    public async Task Nothing_is_left_in_the_way_of_later_puts()
    {
        var store = Create();
        using var broken = new MemoryStream([1, 2, 3]);
        await broken.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => store.PutIfAbsentAsync("a", broken));
        await PutAsync(store, "a", [1]);
        await PutAsync(store, "a", [1]);
        Assert.Empty(Directory.GetFiles(_directory["store/.incoming"]));
    }

    protected override IObjectStore Create() => new FolderObjectStore(_directory["store"]);

    protected override IObjectStore Open(IObjectStore store) => new FolderObjectStore(store.Location);
}
