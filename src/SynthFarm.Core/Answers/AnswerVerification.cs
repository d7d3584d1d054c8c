using System.Text.Json;
using SynthFarm.Core.Answers.Equivalence;
using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Answers;

/// <summary>Checks an answer on its own, without a run: what the command <c>verify</c> does with each pair.</summary>
public static class AnswerVerification
{
    /// <summary>Checks an answer, or the answer a whole response states, against a gold answer.</summary>
    /// <param name="gold">The gold answer.</param>
    /// <param name="answer">A bare answer or a response.</param>
    /// <param name="problem">The statement; families may need it, e.g. countdown where there is no <paramref name="meta"/>.</param>
    /// <param name="kind">The problem's kind; null for general text.</param>
    /// <param name="meta">The problem's meta.</param>
    /// <returns>Unknown, with the rule <c>extraction</c>, when no answer is stated or there is no gold answer.</returns>
    public static AnswerVerdict Verify(string gold, string answer, string? problem = null, string? kind = null, JsonElement? meta = null)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(answer);
        if (gold.Length == 0)
        {
            return new AnswerVerdict(Verdict.Unknown, "there is no gold answer", RuleNames.Extraction);
        }

        var checker = AnswerCheckers.ForKind(kind);
        if (checker.Extract(answer.Trim()) is not { } stated)
        {
            return new AnswerVerdict(Verdict.Unknown, "no answer is stated", RuleNames.Extraction);
        }

        // A problem needs a statement; without one the gold answer stands in, which no checker takes for a statement.
        var fields = new ProblemFields
        {
            Statement = string.IsNullOrEmpty(problem) ? gold : problem,
            Answer = gold,
            Kind = kind,
            Meta = meta,
        };
        return checker.Check(Problem.Create(fields), stated);
    }
}
