namespace SynthFarm.Core.Hygiene.Duplicates;

/// <summary>A statement that repeats an earlier one.</summary>
/// <param name="First">The cluster's first statement, which is kept; its place in the order of adding, from 0.</param>
/// <param name="Via">The statement it was found to be like: mostly an earlier one, a later one where that joined two clusters.</param>
/// <param name="Kind">How.</param>
/// <param name="Similarity">Jaccard similarity to <paramref name="Via"/>; 1 for exact duplicates.</param>
public readonly record struct Duplicate(int First, int Via, DuplicateKind Kind, double Similarity);
