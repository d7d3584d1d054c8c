using SynthFarm.Corpus.Publishing;
using SynthFarm.Farm.Durability;
using SynthFarm.Farm.Runs;
using SynthFarm.Farm.Tests.Support;

namespace SynthFarm.Farm.Tests.Promises;

/// <summary>Promise 6: the same run gives the same Parquet files, byte for byte, at any concurrency and after any number of kills.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly FarmHarness _farm = new();

    public void Dispose() => _farm.Dispose();

    [Fact]
    public async Task Parquet_files_are_equal_at_any_concurrency_and_after_kills()
    {
        _farm.WriteProblems(40);
        foreach (var (run, concurrency) in new[] { ("one", 1), ("many", 64), ("killed", 8) })
        {
            _farm.Spec = _farm.Spec with { Concurrency = concurrency };
            if (run == "killed")
            {
                Assert.True(await _farm.CrashAsync(run, new ThrowingCrashPoints(FarmCrashPoint.StepsJournalled, 50)));
                Assert.True(await _farm.CrashAsync(run, new ThrowingCrashPoints(FarmCrashPoint.CommitDone, 2)));
            }

            await _farm.RunAsync(run);
            await PublishAsync(run);
        }

        var one = Parquet("one");
        Assert.NotEmpty(one);
        Assert.Equal(one, Parquet("many"));
        Assert.Equal(one, Parquet("killed"));
    }

    [Fact]
    public async Task Problems_gone_from_the_file_are_left_out_and_come_back()
    {
        _farm.WriteProblems(12);
        await _farm.RunAsync();
        await PublishAsync("run", "twelve");
        _farm.WriteProblems(6);
        await _farm.RunAsync();
        await PublishAsync("run", "six");
        _farm.WriteProblems(12);
        await _farm.RunAsync();
        await PublishAsync("run", "again");
        await _farm.RunAsync("fresh");
        _farm.WriteProblems(6);
        await _farm.RunAsync("fresh-six");
        await PublishAsync("fresh-six");
        Assert.NotEqual(Parquet("twelve"), Parquet("six"));
        Assert.Equal(Parquet("twelve"), Parquet("again"));
        Assert.Equal(Parquet("fresh-six"), Parquet("six"));
    }

    private async Task PublishAsync(string run, string? snapshot = null)
    {
        using var reader = RunReader.Open(_farm.At(run));
        await SnapshotPublisher.PublishAsync(_farm.At(run), _farm.At("snapshots", snapshot ?? run), new PublishOptions
        {
            Judges = _farm.Services.Judges,
            LongThoughts = reader.File.Spec.LongThoughts,
            Includes = reader.Contains,
        });
    }

    private List<(string Name, string Contents)> Parquet(string snapshot) => Directory
        .GetFiles(_farm.At("snapshots", snapshot), "*.parquet", SearchOption.AllDirectories)
        .Select(file => (Path.GetRelativePath(_farm.At("snapshots", snapshot), file), Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))))
        .Order().ToList();
}
