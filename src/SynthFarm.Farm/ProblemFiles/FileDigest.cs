namespace SynthFarm.Farm.ProblemFiles;

/// <summary>A file's length and SHA-256 (64 hex digits).</summary>
internal readonly record struct FileDigest(long Bytes, string Sha256);
