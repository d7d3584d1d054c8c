using SynthFarm.Core.Randomness;
using SynthFarm.Corpus.Objects;

namespace SynthFarm.TestKit.Corpus;

/// <summary>What every object store promises (<see cref="IObjectStore"/>). An implementation proves itself by inheriting this suite.</summary>
public abstract class ObjectStoreSpec
{
    /// <summary>A new store without anything in it.</summary>
    protected abstract IObjectStore Create();

    /// <summary>Another handle on the same store, as another process would have it.</summary>
    protected abstract IObjectStore Open(IObjectStore store);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(3_000_000)]
    public async Task What_is_put_is_read_whole_and_in_ranges(int length)
    {
        var store = Create();
        var bytes = Bytes(length, 1);
        Assert.True(await PutAsync(store, "sft/train-00000-of-00001.parquet", bytes));
        var other = Open(store);
        Assert.Equal(new ObjectInfo("sft/train-00000-of-00001.parquet", length), await other.FindAsync("sft/train-00000-of-00001.parquet"));
        Assert.Equal(bytes, await ReadAsync(other, "sft/train-00000-of-00001.parquet"));
        foreach (var (offset, count) in new[] { (0, length), (length / 3, length / 3), (length / 2, length), (length, 5), (length + 7, 5) })
        {
            var buffer = new byte[count];
            var expected = bytes.Skip(offset).Take(count).ToArray();
            Assert.Equal(expected.Length, await other.ReadAsync("sft/train-00000-of-00001.parquet", offset, buffer));
            Assert.Equal(expected, buffer[..expected.Length]);
        }
    }

    [Fact]
    public async Task What_was_never_put_is_not_there()
    {
        var store = Create();
        await PutAsync(store, "a/b", [1]);
        Assert.Null(await store.FindAsync("a/c"));
        Assert.Null(await store.ReadAsync("a/c", 0, new byte[1]));
        Assert.Null(await store.FindAsync("x/y/z"));
        Assert.Empty(await ListAsync(store, "x/"));
    }

    [Fact]
    public async Task A_taken_name_is_refused_and_keeps_its_contents()
    {
        var store = Create();
        Assert.True(await PutAsync(store, "m.json", [1, 2, 3]));
        Assert.False(await PutAsync(store, "m.json", [4, 5]));
        Assert.False(await PutAsync(Open(store), "m.json", [1, 2, 3]));
        Assert.Equal([1, 2, 3], await ReadAsync(store, "m.json"));
    }

    [Fact]
    public async Task Of_several_that_put_one_name_at_once_exactly_one_succeeds()
    {
        var store = Create();
        for (var round = 0; round < 25; round++)
        {
            var name = $"race/{round}";
            var writers = Enumerable.Range(0, 4).Select(w => (Store: w % 2 == 0 ? store : Open(store), Bytes: Bytes(20_000 + w, w))).ToList();
            using var start = new Barrier(writers.Count);
            var results = await Task.WhenAll(writers.Select(w => Task.Run(async () =>
            {
                start.SignalAndWait();
                return await PutAsync(w.Store, name, w.Bytes);
            })));
            Assert.Single(results, won => won);
            Assert.Equal(writers[Array.IndexOf(results, true)].Bytes, await ReadAsync(store, name));
        }
    }

    [Fact]
    public async Task Nobody_sees_a_part_of_an_object()
    {
        var store = Create();
        var bytes = Bytes(2_000_000, 3);
        for (var round = 0; round < 5; round++)
        {
            var name = $"slow/{round}";
            using var contents = new SlowStream(bytes);
            var putting = Task.Run(() => store.PutIfAbsentAsync(name, contents));
            ObjectInfo? seen;
            while ((seen = await Open(store).FindAsync(name)) is null)
            {
                await foreach (var listed in store.ListAsync("slow/"))
                {
                    Assert.Equal(bytes.Length, listed.Length);
                }
            }

            Assert.Equal(bytes.Length, seen.Value.Length);
            Assert.Equal(bytes, await ReadAsync(store, name));
            Assert.True(await putting);
        }
    }

    [Fact]
    public async Task Contents_that_cannot_be_read_to_the_end_put_nothing()
    {
        var store = Create();
        using var broken = new SlowStream(Bytes(100_000, 1), failAt: 60_000);
        await Assert.ThrowsAnyAsync<Exception>(() => store.PutIfAbsentAsync("a/b", broken));
        Assert.Null(await store.FindAsync("a/b"));
        Assert.Empty(await ListAsync(store, ""));
        Assert.True(await PutAsync(store, "a/b", [1]));
    }

    [Fact]
    public async Task A_put_that_is_cancelled_at_once_puts_nothing()
    {
        var store = Create();
        using var contents = new MemoryStream(Bytes(100_000, 1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.PutIfAbsentAsync("a", contents, new CancellationToken(canceled: true)));
        Assert.Null(await store.FindAsync("a"));
    }

    [Fact]
    public async Task A_list_holds_what_begins_with_the_prefix_in_ordinal_order()
    {
        var store = Create();
        string[] names = ["b", "a/b/c", "a-b/c", "a/b.c", "a/b-c", "a.b", "aa/x", "A/b", "sft/train-00001-of-00002.parquet", "sft/train-00000-of-00002.parquet", "sft/test-00000-of-00001.parquet", "manifest.json"];
        foreach (var name in names)
        {
            await PutAsync(store, name, Bytes(name.Length, 1));
        }

        foreach (var prefix in new[] { "", "a", "a/", "a/b", "sft/", "sft/train-", "manifest.json", "none", "none/" })
        {
            var expected = names.Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
            Assert.Equal(expected, await ListAsync(store, prefix));
        }

        await foreach (var item in store.ListAsync(""))
        {
            Assert.Equal(item.Name.Length, item.Length);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("./a")]
    [InlineData("a/.hidden")]
    [InlineData("a\\b")]
    [InlineData("C:x")]
    [InlineData("a b")]
    [InlineData("a\0b")]
    [InlineData("a%2fb")]
    [InlineData("ä")]
    public async Task Names_that_could_leave_their_place_are_refused(string name)
    {
        var store = Create();
        await Assert.ThrowsAsync<ArgumentException>(() => PutAsync(store, name, [1]));
        await Assert.ThrowsAsync<ArgumentException>(() => store.FindAsync(name));
        await Assert.ThrowsAsync<ArgumentException>(() => store.ReadAsync(name, 0, new byte[1]));
        Assert.Empty(await ListAsync(store, ""));
    }

    protected static async Task<bool> PutAsync(IObjectStore store, string name, byte[] bytes)
    {
        using var contents = new MemoryStream(bytes);
        return await store.PutIfAbsentAsync(name, contents);
    }

    protected static async Task<byte[]> ReadAsync(IObjectStore store, string name)
    {
        var info = await store.FindAsync(name);
        Assert.NotNull(info);
        var buffer = new byte[info.Value.Length + 1];
        Assert.Equal((int)info.Value.Length, await store.ReadAsync(name, 0, buffer));
        return buffer[..^1];
    }

    protected static async Task<IReadOnlyList<string>> ListAsync(IObjectStore store, string prefix)
    {
        var names = new List<string>();
        await foreach (var item in store.ListAsync(prefix))
        {
            names.Add(item.Name);
        }

        return names;
    }

    private static byte[] Bytes(int length, int seed)
    {
        var random = new Seed((ulong)seed).CreateRandom();
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            bytes[i] = (byte)random.Next(256);
        }

        return bytes;
    }

    /// <summary>Gives its bytes in small pieces, and may fail on the way.</summary>
    private sealed class SlowStream(byte[] bytes, int failAt = int.MaxValue) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return Position >= failAt ? throw new IOException("The contents cannot be read.") : await base.ReadAsync(buffer[..Math.Min(buffer.Length, 40_000)], cancellationToken);
        }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var buffer = new byte[40_000];
            while (await ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
    }
}
