namespace SynthFarm.Core.Answers;

/// <summary>A verdict on an answer, with a reason a person can read and the rule that decided.</summary>
/// <param name="Verdict">Correct, wrong or unknown.</param>
/// <param name="Reason">One sentence, e.g. <c>the expression makes 14, not 13</c>.</param>
/// <param name="Rule">The deciding rule's name, e.g. <c>countdown-expression</c>.</param>
/// <param name="Canonical">The canonical form votes are counted over; null when the answer could not be read.</param>
public readonly record struct AnswerVerdict(Verdict Verdict, string Reason, string Rule, string? Canonical = null);
