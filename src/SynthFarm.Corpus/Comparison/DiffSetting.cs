namespace SynthFarm.Corpus.Comparison;

/// <summary>Something the two were made with that is not the same.</summary>
/// <param name="Name">E.g. <c>policy model</c> or <c>derivation: maxExcursions</c>.</param>
/// <param name="A">What A has, several values with commas between them; empty for nothing.</param>
/// <param name="B">What B has.</param>
public readonly record struct DiffSetting(string Name, string A, string B);
