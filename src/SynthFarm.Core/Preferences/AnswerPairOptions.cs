namespace SynthFarm.Core.Preferences;

/// <summary>How pairs of whole responses are chosen. The rule is <see cref="PairRule.Random"/> by default.</summary>
public sealed record AnswerPairOptions : PathPairOptions;
