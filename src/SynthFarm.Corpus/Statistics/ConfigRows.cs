namespace SynthFarm.Corpus.Statistics;

/// <summary>Rows of one split of one config.</summary>
/// <param name="Config">The config's name.</param>
/// <param name="Split">The split's name.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Shards">Files.</param>
/// <param name="Bytes">Bytes of the files.</param>
public readonly record struct ConfigRows(string Config, string Split, long Rows, int Shards, long Bytes);
