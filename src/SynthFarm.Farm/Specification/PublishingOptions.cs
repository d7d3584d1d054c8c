using SynthFarm.Corpus.Publishing;

namespace SynthFarm.Farm.Specification;

/// <summary>What a snapshot of the run holds. Does not change the run's output; <c>corpus publish</c> can override it.</summary>
public sealed record PublishingOptions
{
    /// <summary>The configs to publish: names with commas between them, or <c>all</c>. Default <c>all</c>.</summary>
    public string Configs { get; init; } = ConfigNames.AllWord;

    /// <summary>The names in <see cref="Configs"/>, in the order of <see cref="ConfigNames.All"/>.</summary>
    public IReadOnlyList<string> ConfigList() => ConfigNames.Parse(Configs);

    /// <summary>How the Parquet files are compressed. Default <see cref="ShardCompression.Gzip"/>.</summary>
    public ShardCompression Compression { get; init; } = ShardCompression.Gzip;

    /// <summary>A shard ends with the problem that takes its rows to so many bytes before compression. Default 128 MiB. At least 1,024.</summary>
    public long ShardBytes { get; init; } = 128L << 20;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (ConfigList().Count == 0)
        {
            yield return $"{path}.configs is \"{Configs}\"; allowed are {ConfigNames.AllWord}, or some of {string.Join(", ", ConfigNames.All)} with commas between them.";
        }

        if (!Enum.IsDefined(Compression))
        {
            yield return $"{path}.compression is {Compression}; allowed are gzip and zstd.";
        }

        if (ShardBytes < 1024)
        {
            yield return $"{path}.shardBytes is {ShardBytes}; at least 1024 is allowed.";
        }
    }
}
