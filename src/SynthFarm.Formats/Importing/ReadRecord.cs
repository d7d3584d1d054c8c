using SynthFarm.Formats.Records;
using SynthFarm.Formats.Sources;

namespace SynthFarm.Formats.Importing;

/// <summary>A sound record: as it stood in its file, and what it says.</summary>
internal sealed record ReadRecord(SourceRecord Source, ImportedRecord Content);
