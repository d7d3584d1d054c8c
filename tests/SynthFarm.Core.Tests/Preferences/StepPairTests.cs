using SynthFarm.Core.Preferences;
using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Problems.Countdown;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.Core.Tests.Preferences;

public sealed class StepPairTests
{
    private const string Scored = """
        a | 0.9 | mc 6/8
          Answer: 1 | 0.9
        b | 0.7 | mc 5/8
          Answer: 2 | 0.1 | !wrong
        c | 0.6 | mc 3/8
          Answer: 13 | 0.1
        d | 0.2 | mc 0/8
          Answer: 4 | 0.1 | !wrong
        e | 0.8
        """;

    [Fact]
    public void The_two_best_are_paired_with_the_two_worst_where_the_margin_is_reached()
    {
        // Shares 6/8, 5/8, 3/8, 0/8; e has no counts and is in no pair. 5/8 - 3/8 is exactly the margin.
        Assert.Equal(["1>7", "1>5", "3>7", "3>5"], Ids(Scored, new() { By = StepEvidence.MonteCarlo }));
        Assert.Equal(["1>7", "1>5", "3>7"], Ids(Scored, new() { By = StepEvidence.MonteCarlo, Margin = 0.26 }));
        Assert.Equal(["1>7"], Ids(Scored, new() { By = StepEvidence.MonteCarlo, PerSide = 1 }));
    }

    [Fact]
    public void Rewards_and_values_can_be_compared_too()
    {
        Assert.Equal(["1>7", "1>5", "9>7"], Ids(Scored, new() { By = StepEvidence.Reward }));
        var tree = Judged.Of(Scored);
        foreach (var (id, value) in new[] { (1, -20.0), (3, 30.0) })
        {
            (tree.Tree.Statistics(id).Visits, tree.Tree.Statistics(id).Value) = (1, value);
        }

        Assert.Equal(["3>1"], Judged.Ids(Judged.Pairs(tree, PairLevel.Step, new() { Step = new() { By = StepEvidence.Value, Margin = 50 } })));
        Assert.Equal(PairResult.BelowMargin, Judged.Pairs(tree, PairLevel.Step, new() { Step = new() { By = StepEvidence.Value, Margin = 51 } }).Refusal);
    }

    [Fact]
    public void Siblings_that_are_too_alike_are_no_pair()
    {
        // kitten and sitting differ by 3 edits, kitten and mitten by 1.
        const string Words = "kitten | 0.9\nsitting | 0.1\nmitten | 0.2";
        Assert.Equal(["1>2", "1>3"], Ids(Words, new() { By = StepEvidence.Reward, MinEditDistance = 1, PerSide = 2 }).Where(id => id[0] == '1'));
        Assert.Equal(["1>2"], Ids(Words, new() { By = StepEvidence.Reward, MinEditDistance = 3 }));
        Assert.Equal(PairResult.TooAlike, Judged.Pairs(Judged.Of(Words), PairLevel.Step, new() { Step = new() { By = StepEvidence.Reward, MinEditDistance = 4 } }).Refusal);
    }

    [Fact]
    public void What_the_paths_below_ended_with_can_be_asked_for_as_in_rStar_Math()
    {
        Assert.Equal(["1>7", "1>5", "5>7"], Ids(Scored, new() { By = StepEvidence.MonteCarlo, ChosenHasCorrect = true, Margin = 0.3 }));
        Assert.Equal(["1>7", "3>7"], Ids(Scored, new() { By = StepEvidence.MonteCarlo, RejectedHasWrong = true, Margin = 0.3 }));
    }

    [Fact]
    public void The_pair_holds_both_steps_their_scores_and_what_came_before()
    {
        var tree = Judged.Of("p\n  q | 0.75 | lp -1\n  r | 0.25 | lp -2\n  Answer: 2 | 0.125 | !wrong");
        var pair = Judged.Pairs(tree, PairLevel.Step, new() { Step = new() { By = StepEvidence.Reward, PerSide = 1, Margin = 0.5 } }).Pairs.Single();
        Assert.Equal(("<think>\np\nq\n", "<think>\np\n</think>\n\nAnswer: 2"), (pair.Chosen.Text, pair.Rejected.Text));
        Assert.Equal((0.75, 0.125, "reward", PairRule.Margin), (pair.Chosen.Score, pair.Rejected.Score, pair.ScoreSource, pair.Rule));
        Assert.Equal("<think>\np\n".Length, pair.SharedLength);
        Assert.Equal(Math.E, pair.Chosen.Perplexity!.Value, 1e-9);
    }

    [Fact]
    public void A_step_checker_judges_siblings_behind_right_steps_and_the_tree_may_contradict_it()
    {
        var task = new CountdownTask([5, 46, 18, 20], 53);
        var problem = task.ToProblem();
        var tree = new JudgedTree(
            Trees.Parse("""
                46 + 20 = 66; left: 66, 5, 18 | 0.5
                  66 + 5 = 71; left: 71, 18 | 0.5
                    71 - 18 = 53; left: 53 | 0.5
                      Answer: ((46 + 20) + 5) - 18 | 0.5
                    71 - 18 = 54; left: 54 | 0.5
                  66 + 5 = 72; left: 72, 18 | 0.5
                    72 - 18 = 54; left: 54 | 0.5
                    72 - 18 = 53; left: 53 | 0.5
                      Answer: ((46 + 20) + 5) - 18 | 0.5
                  66 * 5 = 330; left: 330, 18 | 0.9
                """, problem),
            ProblemFamilies.Countdown.Answers, ProblemFamilies.Countdown.Steps);

        // Step 6 slips, but a correct answer was found below it; its children follow a wrong step and are not compared. Step 10 is a dead end.
        Assert.Equal(["2>10", "3>5"], Judged.Ids(Judged.Pairs(tree, PairLevel.Step)));
        Assert.All(Judged.Pairs(tree, PairLevel.Step).Pairs, pair => Assert.Equal(("step-checker:countdown/1", 1.0, 0.0), (pair.ScoreSource, pair.Chosen.Score, pair.Rejected.Score)));
    }

    [Theory]
    [InlineData("a\n  Answer: 1", PairResult.NoSiblings)]
    [InlineData("a\nb", PairResult.NotJudged)]
    [InlineData("a\n  Answer: 1\nb\n  Answer: 13", PairResult.BelowMargin)]
    [InlineData("a <think>\n  Answer: 1\nb\n  Answer: 2 | 0.5 | ?\nc\n  Answer: 3 | 0.1 | ?", PairResult.NotJudged)]
    public void Without_pairs_there_is_a_reason(string tree, string expected)
    {
        var result = Judged.Pairs(Judged.Of(tree), PairLevel.Step, new() { Step = new() { By = StepEvidence.Outcomes } });
        Assert.Empty(result.Pairs);
        Assert.Equal(expected, result.Refusal);
    }

    [Theory]
    [InlineData("a\n  Answer: 1\na\n  Answer: 2 | 0.5 | !w", PairResult.EqualTexts)]
    [InlineData("a <think>\n  Answer: 1\nb\n  Answer: 2 | 0.5 | !w", PairResult.ForgedMarker)]
    public void Equal_steps_and_forged_markers_give_no_pair(string tree, string expected)
        => Assert.Equal(expected, Judged.Pairs(Judged.Of(tree), PairLevel.Step, new() { Step = new() { By = StepEvidence.Outcomes } }).Refusal);

    private static IReadOnlyList<string> Ids(string tree, StepPairOptions options) => Judged.Ids(Judged.Pairs(Judged.Of(tree), PairLevel.Step, new() { Step = options }));
}
