namespace SynthFarm.Benchmarks.Hygiene;

/// <summary>A text that was made from an earlier one.</summary>
/// <param name="Original">The earlier text's place.</param>
/// <param name="Copy">The made one's.</param>
/// <param name="Jaccard">Their true similarity.</param>
internal readonly record struct PlantedPair(int Original, int Copy, double Jaccard);
