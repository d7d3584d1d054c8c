using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Sources.Csv;

/// <summary>A row of a CSV file, or why there is none.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Fields">Its fields in order.</param>
/// <param name="FaultAt">Where the fault stands.</param>
/// <param name="Fault">What was found and what is allowed; null when the row is whole.</param>
internal readonly record struct CsvRow(RecordPosition Position, IReadOnlyList<CsvField> Fields, RecordPosition FaultAt = default, string? Fault = null);
