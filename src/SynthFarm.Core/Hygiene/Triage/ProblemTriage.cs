using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Hygiene.Triage;

/// <summary>
/// Sorts problems by what their text and gold answer say, by rules that docs/hygiene.md lists with examples. Nothing is dropped here. Problems of a built-in
/// family have checkers of their own and are plain.
/// </summary>
public static class ProblemTriage
{
    /// <summary>Looks at one problem; pure, and linear in its length.</summary>
    public static TriageReport Examine(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var gold = problem.HasGold ? TextAnswerChecker.GoldOf(problem.Answer).Trim() : "";
        if (ProblemFamilies.Find(problem.Kind) is not null)
        {
            return new TriageReport([], AnswerTypes.Of(gold), null);
        }

        var findings = new List<TriageFinding>();
        var options = ChoiceRules.Options(problem.Statement, gold);
        var type = options.Count > 0 && ChoiceRules.IsLetter(gold) ? AnswerType.Choice : AnswerTypes.Of(gold);
        var isMissing = GoldRules.IsMissing(problem.HasGold, gold);
        Add(TriageClass.Proof, StatementRules.Proof(problem.Statement, hasValue: !isMissing && type is not (AnswerType.Words or AnswerType.Unreadable)));
        Add(TriageClass.Image, StatementRules.Image(problem.Statement));
        Add(TriageClass.MultiPart, options.Count > 0 ? null : PartRules.Parts(problem.Statement));
        Add(TriageClass.MultipleChoice, options.Count > 0 ? $"it lists the options {options[0].Letter} to {options[^1].Letter}" : null);
        Add(TriageClass.YesNo, type == AnswerType.YesNo ? $"the gold answer is {QuotedText.Of(gold)}" : null);
        Add(TriageClass.MissingAnswer, isMissing ? problem.HasGold ? $"the gold answer is {QuotedText.Of(gold)}" : "there is no gold answer" : null);
        var choice = options.Count > 0 && !isMissing ? ChoiceRules.Settle(gold, options) : null;
        Add(TriageClass.MalformedAnswer, isMissing ? null : choice is null ? GoldRules.Malformed(gold, type) : ChoiceRules.Malformed(gold, choice, options));
        return new TriageReport(findings, isMissing ? AnswerType.None : type, choice);

        void Add(TriageClass found, string? reason)
        {
            if (reason is not null)
            {
                findings.Add(new TriageFinding(found, reason));
            }
        }
    }
}
