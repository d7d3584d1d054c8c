using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search.Selection;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.Core.Tests.Search;

public class AnswerSelectionTests
{
    [Fact]
    public void Majority_votes_over_canonical_forms_by_draws()
    {
        var tree = Trees.Parse("Answer: 2 + 1 | 0.2\nAnswer: 5 | 0.9");
        Add(tree, "Answer: 1 + 2", "3", draws: 1, reward: 0.3f);
        Add(tree, "Answer: 3 * 1", "3", draws: 2, reward: 0.1f);
        Assert.Equal("1 + 2", AnswerSelection.Majority(tree)!.Answer);
        Assert.Equal("5", AnswerSelection.Weighted(tree)!.Answer);
        Assert.Equal("5", AnswerSelection.Best(tree)!.Answer);
    }

    [Fact]
    public void A_tree_without_answers_selects_nothing()
    {
        var tree = Trees.Parse("a\n  b");
        Assert.Null(AnswerSelection.Majority(tree));
        Assert.Null(AnswerSelection.Best(tree));
    }

    private static void Add(ReasoningTree tree, string text, string canonical, int draws, float reward) => tree.Append(0, new StepDraft
    {
        Text = text,
        TokenIds = [1],
        Draws = draws,
        Reward = reward,
        Terminal = TerminalKind.Answer,
        Answer = text["Answer: ".Length..],
        AnswerVerdict = new AnswerVerdict(Verdict.Correct, "", "test", canonical),
    });
}
