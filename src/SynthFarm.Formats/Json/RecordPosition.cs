namespace SynthFarm.Formats.Json;

/// <summary>A place in a file.</summary>
/// <param name="Line">The line or row, from 1.</param>
/// <param name="Column">The byte in the line, from 1; 0 where the file has no columns of bytes, as Parquet.</param>
public readonly record struct RecordPosition(long Line, int Column);
