namespace SynthFarm.Farm.Journal;

/// <summary>Where a record's frame lies in the current segment.</summary>
internal readonly record struct RecordPosition(long Offset, int Length);
