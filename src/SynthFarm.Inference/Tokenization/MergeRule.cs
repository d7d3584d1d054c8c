namespace SynthFarm.Inference.Tokenization;

/// <summary>One learned merge: two neighbouring tokens become one. Its rank is its place in the list, lower first.</summary>
internal readonly record struct MergeRule(int Left, int Right, int Result);
