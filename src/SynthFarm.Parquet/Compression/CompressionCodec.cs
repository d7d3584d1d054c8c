namespace SynthFarm.Parquet.Compression;

/// <summary>How pages are compressed. Numbers are those of CompressionCodec in parquet.thrift.</summary>
public enum CompressionCodec
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>RFC 1952 gzip; always available.</summary>
    Gzip = 2,

    /// <summary>RFC 8878 zstd, through the platform's libzstd where there is one; ask <see cref="Zstd.IsAvailable"/>.</summary>
    Zstd = 6,
}
