namespace SynthFarm.Corpus.Store;

/// <summary>A file a manifest lists.</summary>
/// <param name="Path">Relative to the run or snapshot directory, with forward slashes.</param>
/// <param name="Bytes">Length.</param>
/// <param name="Sha256">SHA-256 of the contents, 64 lower-case hex digits.</param>
/// <param name="Rows">Rows of a Parquet file; null for other files.</param>
public sealed record FileEntry(string Path, long Bytes, string Sha256, long? Rows = null);
