namespace SynthFarm.TestKit.Corpus;

/// <summary>A request to the <see cref="SnapshotServerDouble"/>.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Path">Below the snapshot, without query.</param>
/// <param name="Query">With its question mark; empty for none.</param>
/// <param name="From">The first byte asked for; null without a range.</param>
/// <param name="IfRange">The condition of the range.</param>
/// <param name="Authorization">The header as it came.</param>
public sealed record ServerRequest(int Number, string Path, string Query, long? From, string? IfRange, string? Authorization);
