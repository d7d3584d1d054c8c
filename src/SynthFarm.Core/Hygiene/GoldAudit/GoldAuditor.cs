using SynthFarm.Core.Answers;
using SynthFarm.Core.Configuration;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Hygiene.GoldAudit;

/// <summary>
/// Asks whether the answers of a finished tree outvote its gold answer. Each leaf votes as often as it was drawn; answers are one when
/// their canonical forms are. Of 20 problems that rStar-Math (2501.04519) could not solve, 19 had wrong gold answers.
/// </summary>
/// <remarks>
/// The draws of best-of-n are independent. The leaves of a beam share beginnings and were chosen by a reward model; their majority says
/// less, so a higher share should be asked of them.
/// </remarks>
public static class GoldAuditor
{
    /// <exception cref="ArgumentException">An option is out of bounds.</exception>
    public static GoldFinding Examine(ReasoningTree tree, GoldAuditOptions options)
    {
        ArgumentNullException.ThrowIfNull(tree);
        OptionBounds.Checked(options, o => o.Validate("audit"));
        var forms = tree.Steps.Where(step => step.Terminal == TerminalKind.Answer)
            .GroupBy(leaf => leaf.AnswerVerdict.Canonical ?? leaf.Answer ?? "", StringComparer.Ordinal)
            .Select(form => (First: form.First(), Votes: form.Sum(leaf => leaf.Draws), Spelling: SpellingOf(form)))
            .OrderByDescending(form => form.Votes).ThenBy(form => form.First.Id)
            .ToList();
        var answers = forms.Sum(form => form.Votes);
        if (answers < options.MinAnswers || forms[0].Votes < options.MinShare * answers)
        {
            return new GoldFinding(GoldStanding.NoMajority, null, forms.Count == 0 ? 0 : forms[0].Votes, answers, forms.Count);
        }

        var (first, votes, spelling) = forms[0];
        return new GoldFinding(StandingOf(tree.Problem.HasGold, first.AnswerVerdict.Verdict), spelling, votes, answers, forms.Count);
    }

    /// <summary>How the form is written most often; ties go to what was stated first.</summary>
    private static string? SpellingOf(IEnumerable<ReasoningStep> form) =>
        form.GroupBy(leaf => leaf.Answer, StringComparer.Ordinal).OrderByDescending(spelling => spelling.Sum(leaf => leaf.Draws)).ThenBy(spelling => spelling.First().Id).First().Key;

    private static GoldStanding StandingOf(bool hasGold, Verdict verdict) => verdict switch
    {
        _ when !hasGold => GoldStanding.Labelled,
        Verdict.Correct => GoldStanding.Confirmed,
        Verdict.Wrong => GoldStanding.Doubted,
        _ => GoldStanding.Undecided,
    };
}
