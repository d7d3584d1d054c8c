namespace SynthFarm.Corpus.Statistics;

/// <summary>A stage of the yield funnel.</summary>
/// <param name="Name">E.g. <c>problems</c>, <c>accepted</c>, <c>published</c>.</param>
/// <param name="Count">Problems that got there.</param>
public readonly record struct YieldStage(string Name, long Count);
