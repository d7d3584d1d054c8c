namespace SynthFarm.Core.Selection.Mixture;

/// <summary>The problems of a topic that gave no row, which no candidate tells of.</summary>
/// <param name="Topic">The topic's name; empty for none.</param>
/// <param name="Unsolved">Finished problems without a row.</param>
public readonly record struct TopicYield(string Topic, long Unsolved);
