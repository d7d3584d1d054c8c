namespace SynthFarm.Corpus.Publishing;

/// <summary>How the Parquet files of a snapshot are compressed.</summary>
public enum ShardCompression
{
    /// <summary>Gzip, level 6: every reader has it.</summary>
    Gzip = 0,

    /// <summary>Zstd, level 3: a third of the time and smaller files, where the platform's libzstd is installed. Every trainer's reader has it.</summary>
    Zstd = 1,
}
