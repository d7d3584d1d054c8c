using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search.Selection;

/// <summary>Chooses one answer of a tree without knowing which are right.</summary>
public static class AnswerSelection
{
    /// <summary>
    /// The answer with most votes over canonical forms, each leaf voting as often as it was drawn; an answer without a canonical form votes
    /// for its text. Ties go to the form that appeared first. Null when no path states an answer.
    /// </summary>
    public static ReasoningStep? Majority(ReasoningTree tree) => Vote(tree, leaf => leaf.Draws);

    /// <summary>As <see cref="Majority"/>, each vote weighted by the leaf's reward.</summary>
    public static ReasoningStep? Weighted(ReasoningTree tree) => Vote(tree, leaf => leaf.Draws * (double)(leaf.Reward ?? 0));

    /// <summary>The answer with the highest reward at its last step; ties by id.</summary>
    public static ReasoningStep? Best(ReasoningTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Answers(tree).OrderByDescending(leaf => leaf.Reward ?? 0).ThenBy(leaf => leaf.Id).FirstOrDefault();
    }

    private static ReasoningStep? Vote(ReasoningTree tree, Func<ReasoningStep, double> weight)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Answers(tree)
            .GroupBy(leaf => leaf.AnswerVerdict.Canonical ?? leaf.Answer, StringComparer.Ordinal)
            .OrderByDescending(votes => votes.Sum(weight))
            .ThenBy(votes => votes.First().Id)
            .FirstOrDefault()?.First();
    }

    private static IEnumerable<ReasoningStep> Answers(ReasoningTree tree) => tree.Steps.Where(step => step.Terminal == TerminalKind.Answer);
}
