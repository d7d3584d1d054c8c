namespace SynthFarm.Parquet.Compression;

/// <summary>How pages are compressed. Numbers are those of CompressionCodec in parquet.thrift.</summary>
public enum CompressionCodec
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>RFC 1952 gzip; always available.</summary>
    Gzip = 2,
}
