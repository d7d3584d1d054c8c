namespace SynthFarm.Core.Answers.Rules;

/// <summary>How often a rule gave each verdict.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Correct">Pairs it took for correct.</param>
/// <param name="Wrong">Pairs it took for wrong.</param>
/// <param name="Unknown">Pairs it did not decide.</param>
/// <param name="AsDefault">Pairs on which its verdict was the default rule's.</param>
public sealed record RuleCount(string Rule, long Correct, long Wrong, long Unknown, long AsDefault);
