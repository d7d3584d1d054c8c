namespace SynthFarm.Formats.Spooling;

/// <summary>An entry of a spool.</summary>
/// <param name="Key">What it is sorted by first.</param>
/// <param name="Sequence">What it is sorted by then.</param>
/// <param name="Payload">Its bytes, valid until the next entry is read.</param>
internal readonly record struct SpoolEntry(UInt128 Key, long Sequence, ReadOnlyMemory<byte> Payload);
