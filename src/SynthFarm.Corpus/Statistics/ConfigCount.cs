namespace SynthFarm.Corpus.Statistics;

/// <summary>A named count within a config.</summary>
/// <param name="Config">The config's name.</param>
/// <param name="Name">What is counted, e.g. <c>wrong steps</c> or <c>no-wrong-path</c>.</param>
/// <param name="Count">How many.</param>
public readonly record struct ConfigCount(string Config, string Name, long Count);
