using System.Text.Json;
using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Answers.Rules;

/// <summary>Asks every rule and shows where they disagree.</summary>
public static class AnswerPanel
{
    /// <summary>The verdicts of all rules, the default rule's first.</summary>
    /// <param name="gold">The gold answer, or a solution that states it.</param>
    /// <param name="response">A bare answer or a response.</param>
    /// <param name="statement">The problem; null for none.</param>
    /// <param name="kind">The problem's kind and <paramref name="meta"/>: only the default rule knows them.</param>
    /// <param name="meta">The problem's meta.</param>
    public static IReadOnlyList<PanelVerdict> Judge(string gold, string response, string? statement = null, string? kind = null, JsonElement? meta = null)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(response);
        return
        [
            .. AnswerRules.All.Select((rule, i) => new PanelVerdict(
                rule.Name, i == 0 ? AnswerVerification.Verify(gold, response, statement, kind, meta) : rule.Judge(gold, response, statement))),
        ];
    }

    /// <summary>
    /// The verdicts on an answer that was extracted already. Each rule is shown the answer in the form it looks for, so that they differ in
    /// what they take for equal and not in what they find.
    /// </summary>
    public static IReadOnlyList<PanelVerdict> JudgeStated(Problem problem, string answer)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(answer);
        var gold = TextAnswerChecker.GoldOf(problem.Answer);
        return
        [
            .. AnswerRules.All.Select((rule, i) => new PanelVerdict(
                rule.Name,
                i == 0 ? AnswerEquivalence.Compare(gold, answer, problem.Statement)
                    : rule.Judge(gold, rule is Gsm8KStrictRule ? $"{Gsm8KStrictRule.Mark}{answer}" : answer, problem.Statement))),
        ];
    }

    /// <summary>Whether one rule says correct and another wrong; unknown disagrees with nothing.</summary>
    public static bool Disagree(IReadOnlyList<PanelVerdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        return verdicts.Any(entry => entry.Verdict.Verdict == Verdict.Correct) && verdicts.Any(entry => entry.Verdict.Verdict == Verdict.Wrong);
    }
}
