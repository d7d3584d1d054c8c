namespace SynthFarm.Corpus.Comparison;

/// <summary>Why something differs, and how often.</summary>
/// <param name="Change"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
/// <param name="Why">In words; what it speaks of is listed among the settings that differ.</param>
/// <param name="Count">How many rows or problems.</param>
/// <param name="Examples">The first ones in the order of the problem ids.</param>
public sealed record DiffReason(string Change, string Why, long Count, IReadOnlyList<DiffExample> Examples);
