namespace SynthFarm.Corpus.Publishing;

/// <summary>A split of a config.</summary>
/// <param name="Name"><c>train</c>, <c>validation</c> or <c>test</c>.</param>
/// <param name="Rows">Rows in all its shards.</param>
/// <param name="Shards">Paths of its shards in order.</param>
public sealed record SnapshotSplit(string Name, long Rows, IReadOnlyList<string> Shards);
