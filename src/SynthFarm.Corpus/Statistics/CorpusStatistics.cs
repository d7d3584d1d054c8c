using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Statistics;

/// <summary>What a snapshot or the corpus of a run holds, in numbers.</summary>
public sealed record CorpusStatistics
{
    /// <summary>Rows per config and split; empty for a run directory.</summary>
    public required IReadOnlyList<ConfigRows> Configs { get; init; }

    /// <summary>How many problems got how far.</summary>
    public required IReadOnlyList<YieldStage> Funnel { get; init; }

    /// <summary>Why problems gave no row, by <c>stage/reason</c>, most frequent first.</summary>
    public required IReadOnlyList<YieldStage> Rejections { get; init; }

    /// <summary>How the labels of <c>prm</c>, <c>kto</c> and <c>processbench</c> are distributed; empty for a run directory.</summary>
    public IReadOnlyList<ConfigCount> Labels { get; init; } = [];

    /// <summary>What gave no row of a config, by reason; empty for a run directory.</summary>
    public IReadOnlyList<ConfigCount> Omissions { get; init; } = [];

    /// <summary>Yield by the problems' fields.</summary>
    public required IReadOnlyList<YieldRow> Yields { get; init; }

    /// <summary>Distributions by name, e.g. <c>sft: backtracks</c>.</summary>
    public required IReadOnlyList<KeyValuePair<string, Distribution>> Distributions { get; init; }

    /// <summary>Counts a snapshot or a run directory.</summary>
    /// <exception cref="CorpusException">The directory is neither, or damaged; the message names the file.</exception>
    public static Task<CorpusStatistics> OfAsync(string directory, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return Task.Run(
            () => File.Exists(RunLayout.Manifest(directory))
                ? OfRun(directory, cancellationToken)
                : SnapshotStatistics.Of(directory, SnapshotManifest.Load(directory), cancellationToken),
            cancellationToken);
    }

    private static CorpusStatistics OfRun(string directory, CancellationToken cancellationToken)
    {
        using var corpus = CorpusReader.Open(directory);
        return RunStatistics.Of(corpus, cancellationToken);
    }
}
