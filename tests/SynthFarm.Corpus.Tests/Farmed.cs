using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Store;
using SynthFarm.Core.Randomness;
using SynthFarm.TestKit.Corpus;
using SynthFarm.TestKit.Time;

namespace SynthFarm.Corpus.Tests;

/// <summary>Runs and snapshots made for a test.</summary>
internal static class Farmed
{
    /// <summary>Options whose clock stands still.</summary>
    public static PublishOptions Options { get; } = new() { Clock = new ManualTimeProvider() };

    /// <summary>The same for a snapshot of the first four configs alone.</summary>
    public static PublishOptions FourConfigs { get; } = Options with { Configs = [ConfigNames.Sft, ConfigNames.Shortcut, ConfigNames.Trees, ConfigNames.Rejections] };

    /// <summary>Commits problems in batches; a seed shuffles them first.</summary>
    public static async Task<string> RunAsync(
        string directory, IReadOnlyList<FinishedProblem> problems, int batch = 16, ulong? shuffle = null, CorpusLineage? lineage = null)
    {
        var order = problems.ToArray();
        if (shuffle is { } seed)
        {
            new Seed(seed).CreateRandom().Shuffle<FinishedProblem>(order);
        }

        using var corpus = LiveCorpus.Open(directory, lineage ?? FinishedProblems.Lineage);
        foreach (var part in order.Chunk(batch))
        {
            await corpus.CommitAsync(part);
        }

        return directory;
    }

    /// <summary>A published mixture: <c>DIR/run</c> and <c>DIR/snapshot</c>.</summary>
    public static async Task<string> SnapshotAsync(TemporaryDirectory directory, int problems, PublishOptions? options = null)
    {
        await RunAsync(directory["run"], FinishedProblems.Mixture(problems));
        await SnapshotPublisher.PublishAsync(directory["run"], directory["snapshot"], options ?? Options);
        return directory["snapshot"];
    }

    /// <summary>Relative path and contents of every file, in order.</summary>
    public static IReadOnlyList<(string Path, byte[] Bytes)> Files(string directory) =>
    [
        .. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(directory, path).Replace('\\', '/'), File.ReadAllBytes(path)))
            .OrderBy(f => f.Item1, StringComparer.Ordinal),
    ];

    /// <summary>Relative path and SHA-256 of every file, in order.</summary>
    public static IReadOnlyList<(string Path, string Hash)> Hashes(string directory)
        => [.. Files(directory).Select(f => (f.Path, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(f.Bytes))))];
}
