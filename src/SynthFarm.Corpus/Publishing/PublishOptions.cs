using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Preferences;
using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Core.Problems;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Rows;
using SynthFarm.Parquet.Compression;

namespace SynthFarm.Corpus.Publishing;

/// <summary>How a snapshot is made. What decides its Parquet files is written into its manifest.</summary>
public sealed record PublishOptions
{
    /// <summary>The data set's name on its card and in <c>dataset_info.json</c>. Default <c>synthfarm</c>. 1 to 64 of a-z, 0-9, dash and underscore.</summary>
    public string Name { get; init; } = "synthfarm";

    /// <summary>How the Parquet files are compressed. Default <see cref="ShardCompression.Gzip"/>.</summary>
    public ShardCompression Compression { get; init; } = ShardCompression.Gzip;

    /// <summary>A shard ends with the problem that takes its raw size to this many bytes. Default 128 MiB. At least 1 KiB.</summary>
    public long ShardBytes { get; init; } = 128L << 20;

    /// <summary>
    /// Row groups end at this raw size, which keeps the Hub's viewer quick; one of each config is in memory while publishing. Default 2 MiB. At
    /// least 1 KiB.
    /// </summary>
    public long RowGroupBytes { get; init; } = 2L << 20;

    /// <summary>The configs to publish, in any order. Default all: <see cref="ConfigNames.All"/>. At least one.</summary>
    public IReadOnlyList<string> Configs { get; init; } = ConfigNames.All;

    public LongThoughtOptions LongThoughts { get; init; } = new();

    public PreferenceOptions Preferences { get; init; } = new();

    public StepLabelOptions Labels { get; init; } = new();

    public ThoughtDialect Dialect { get; init; } = ThoughtDialect.Think;

    /// <summary>Seed of the derivation. Default null: each run's own seed.</summary>
    public ulong? DerivationSeed { get; init; }

    /// <summary>Whether a finished problem belongs to the snapshot; others are counted as absent. Default null: all do.</summary>
    public Func<Problem, bool>? Includes { get; init; }

    /// <summary>How many problems there are to be, so that the manifest says how many have not ended. Default null: it does not say.</summary>
    public long? Problems { get; init; }

    /// <summary>Who judges answers and steps. Default: the built-in checkers of each problem's kind.</summary>
    public ProblemJudges Judges { get; init; } = ProblemJudges.BuiltIn;

    /// <summary>The clock the manifest's time comes from; no row depends on it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Told the number of problems done so far, now and then.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>For tests; does nothing by default.</summary>
    public ICrashPoints CrashPoints { get; init; } = CrashPoint.None;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (Name.Length is < 1 or > 64 || !Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_'))
        {
            yield return $"{path}.name is \"{Name}\"; allowed are 1 to 64 of a-z, 0-9, dash and underscore.";
        }

        if (Compression == ShardCompression.Zstd && !Zstd.IsAvailable)
        {
            yield return $"{path}.compression is zstd, and libzstd is not installed; install it (libzstd1), or take gzip.";
        }

        if (ShardBytes < 1024)
        {
            yield return $"{path}.shardBytes is {ShardBytes}; at least 1024 is allowed.";
        }

        if (RowGroupBytes < 1024)
        {
            yield return $"{path}.rowGroupBytes is {RowGroupBytes}; at least 1024 is allowed.";
        }

        if (Configs.Count == 0 || Configs.Except(ConfigNames.All).Any())
        {
            yield return $"{path}.configs is {(Configs.Count == 0 ? "empty" : $"\"{string.Join(", ", Configs)}\"")}; allowed are some of {string.Join(", ", ConfigNames.All)}.";
        }

        var sections = LongThoughts.Validate($"{path}.longThoughts")
            .Concat(Preferences.Validate($"{path}.preferences"))
            .Concat(Labels.Validate($"{path}.labels"));
        foreach (var fault in sections)
        {
            yield return fault;
        }
    }
}
