namespace SynthFarm.Core.Answers.Rules;

/// <summary>A panel's verdicts in numbers.</summary>
/// <param name="Pairs">Pairs judged.</param>
/// <param name="Disagreements">Pairs that one rule says are correct and another wrong.</param>
/// <param name="Rules">Each rule's verdicts, the default rule's first.</param>
/// <param name="Between">Pairs of rules with how often they disagree; those that never do are left out.</param>
public sealed record PanelSummary(long Pairs, long Disagreements, IReadOnlyList<RuleCount> Rules, IReadOnlyList<RuleDisagreement> Between);
