namespace SynthFarm.Corpus.Publishing;

/// <summary>One config of a snapshot: a folder of shards with one schema.</summary>
public sealed record SnapshotConfig
{
    /// <summary>The folder's and the config's name, e.g. <c>sft</c>.</summary>
    public required string Name { get; init; }

    public required int SchemaVersion { get; init; }

    /// <summary>SHA-256 of the schema in Parquet's message form.</summary>
    public required string SchemaHash { get; init; }

    public required IReadOnlyList<SnapshotSplit> Splits { get; init; }

    /// <summary>
    /// What gave no row, by reason: trees for the preference configs, ended paths for <c>prm</c>, <c>kto</c> and <c>processbench</c> (and the
    /// trees none of whose paths is looked at). Null in snapshots of before there were such configs.
    /// </summary>
    public IReadOnlyDictionary<string, long>? Omitted { get; init; }
}
