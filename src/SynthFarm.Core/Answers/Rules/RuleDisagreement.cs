namespace SynthFarm.Core.Answers.Rules;

/// <summary>How often one of two rules said correct and the other wrong.</summary>
public sealed record RuleDisagreement(string First, string Second, long Pairs);
