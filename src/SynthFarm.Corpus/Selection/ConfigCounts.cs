namespace SynthFarm.Corpus.Selection;

/// <summary>What became of a config.</summary>
/// <param name="Config">Its name.</param>
/// <param name="Before">Rows in the parent.</param>
/// <param name="After">Rows in the new snapshot.</param>
/// <param name="Curated">Rows left out because a curator rejected that very row; those of <c>sft</c> are in the report instead.</param>
public readonly record struct ConfigCounts(string Config, long Before, long After, long Curated);
