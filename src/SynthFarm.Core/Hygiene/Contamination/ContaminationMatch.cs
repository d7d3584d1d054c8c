namespace SynthFarm.Core.Hygiene.Contamination;

/// <summary>A problem shares text with an item of a benchmark.</summary>
/// <param name="Benchmark">The benchmark's name.</param>
/// <param name="Item">The item's id.</param>
/// <param name="IsWhole">Whether the whole texts are equal (items of fewer than 8 words) rather than a run of words.</param>
/// <param name="Words">The words in common, as the problem writes them.</param>
public sealed record ContaminationMatch(string Benchmark, string Item, bool IsWhole, string Words);
