namespace SynthFarm.Parquet.Metadata;

/// <summary>PageLocation in parquet.thrift.</summary>
/// <param name="Offset">Where the page's header starts in the file.</param>
/// <param name="Size">Bytes of header and page.</param>
/// <param name="FirstRow">Number of the page's first row within the row group.</param>
internal readonly record struct PageLocation(long Offset, int Size, long FirstRow);
