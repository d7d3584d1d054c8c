using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Sources;

/// <summary>One record of a source, whatever the source's form.</summary>
/// <param name="File">Where it was read.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="Value">The record, usually an object; null when it cannot be read, which has been told.</param>
/// <param name="Json">The record as JSON in UTF-8, valid until the next record is read.</param>
internal readonly record struct SourceRecord(SourceFile File, RecordPosition Position, RecordValue? Value, ReadOnlyMemory<byte> Json);
