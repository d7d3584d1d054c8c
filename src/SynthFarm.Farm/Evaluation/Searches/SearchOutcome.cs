using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search.Selection;

namespace SynthFarm.Farm.Evaluation.Searches;

/// <summary>What one search made of one problem.</summary>
/// <param name="Tokens">Tokens generated.</param>
/// <param name="Answers">Answers drawn: the k of pass@k.</param>
/// <param name="Majority">Whether the answer most paths agree on is right.</param>
/// <param name="Best">Whether the answer with the highest reward is right.</param>
/// <param name="Covered">Whether any answer is right: the problem is accepted.</param>
internal readonly record struct SearchOutcome(long Tokens, int Answers, bool Majority, bool Best, bool Covered)
{
    public static SearchOutcome Of(ReasoningTree tree) => new(
        tree.GeneratedTokens,
        tree.Steps.Where(step => step.Terminal == TerminalKind.Answer).Sum(step => step.Draws),
        AnswerSelection.Majority(tree) is { IsCorrectLeaf: true },
        AnswerSelection.Best(tree) is { IsCorrectLeaf: true },
        tree.CorrectLeaves().Any());
}
