using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Sources.Csv;

/// <summary>A field of a row.</summary>
/// <param name="Position">Where it begins, its quote included.</param>
/// <param name="Bytes">Its contents without quotes.</param>
internal readonly record struct CsvField(RecordPosition Position, ReadOnlyMemory<byte> Bytes);
