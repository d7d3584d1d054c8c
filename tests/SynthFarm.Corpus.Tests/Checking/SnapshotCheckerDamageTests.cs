using SynthFarm.Core.Randomness;
using SynthFarm.Corpus.Checking;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Tests.Checking;

public sealed class SnapshotCheckerDamageTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_flip_of_any_byte_of_any_file_is_named()
    {
        var snapshot = await Farmed.SnapshotAsync(_directory, problems: 4);
        var files = SnapshotManifest.Load(snapshot).Files;
        var random = new Seed(1).CreateRandom();
        foreach (var (path, bytes) in Farmed.Files(snapshot))
        {
            using var file = File.OpenHandle(Path.Combine(snapshot, path), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            for (var at = 0; at < bytes.Length; at++)
            {
                RandomAccess.Write(file, [(byte)(bytes[at] ^ (1 << random.Next(8)))], at);
                await AssertNamedAsync(snapshot, files, path, at, $"a bit of byte {at}");
                RandomAccess.Write(file, [bytes[at]], at);
            }
        }

        Assert.True((await SnapshotChecker.CheckAsync(snapshot)).IsSound);
    }

    [Fact]
    public async Task A_cut_of_any_file_at_any_byte_is_named()
    {
        var snapshot = await Farmed.SnapshotAsync(_directory, problems: 4);
        var files = SnapshotManifest.Load(snapshot).Files;
        foreach (var (path, bytes) in Farmed.Files(snapshot))
        {
            using var file = File.OpenHandle(Path.Combine(snapshot, path), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            RandomAccess.Write(file, [0], bytes.Length);
            await AssertNamedAsync(snapshot, files, path, 0, "one byte more");
            for (var length = bytes.Length - 1; length >= 0; length--)
            {
                RandomAccess.SetLength(file, length);
                await AssertNamedAsync(snapshot, files, path, length, $"cut to {length}");
            }

            RandomAccess.Write(file, bytes, 0);
        }

        Assert.True((await SnapshotChecker.CheckAsync(snapshot)).IsSound);
    }

    [Fact]
    public async Task Missing_and_foreign_files_are_named()
    {
        var snapshot = await Farmed.SnapshotAsync(_directory, problems: 3);
        var shard = "sft/train-00000-of-00001.parquet";
        File.Delete(Path.Combine(snapshot, shard));
        await File.WriteAllTextAsync(Path.Combine(snapshot, "trees", "notes.txt"), "x");
        Directory.CreateDirectory(Path.Combine(snapshot, ".git"));
        await File.WriteAllTextAsync(Path.Combine(snapshot, ".git", "HEAD"), "x");
        var report = await SnapshotChecker.CheckAsync(snapshot);
        Assert.Equal([shard, "trees/notes.txt"], report.Findings.Select(f => f.File));
    }

    /// <summary>Each damage is looked for in its file, and every 37th (of the manifest every one) by a check of the whole snapshot.</summary>
    private static async Task AssertNamedAsync(string snapshot, IReadOnlyList<FileEntry> files, string path, int at, string damage)
    {
        var options = new CheckOptions { FilesOnly = true };
        if (path == SnapshotManifest.FileName || at % 37 == 0)
        {
            var report = await SnapshotChecker.CheckAsync(snapshot, options);
            Assert.False(report.IsSound, $"{path}: {damage}");
            Assert.All(report.Findings, f => Assert.Contains(path, f.ToString()));
            return;
        }

        var log = new CheckLog(snapshot, options, default);
        FileChecks.Check(log, [.. files.Where(f => f.Path == path)], SnapshotManifest.FileName);
        Assert.Equal(path, Assert.Single(log.ToReport().Findings).File);
    }
}
