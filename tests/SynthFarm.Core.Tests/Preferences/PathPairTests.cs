using SynthFarm.Core.Preferences;

namespace SynthFarm.Core.Tests.Preferences;

public sealed class PathPairTests
{
    /// <summary>Twenty samples: leaves 2, 4, ..., of which those of the first ten steps are correct.</summary>
    private static readonly string Twenty = string.Join('\n', Enumerable.Range(0, 20).Select(
        i => $"step {i} | 0.5\n  Answer: {(i < 10 ? "1" : "2")}{i} | 0.{i + 10}{(i < 10 ? "" : " | !wrong")}"));

    private const string OneCorrect = """
        a | 0.5 | lp -1
          Answer: 1 | 0.9 | lp -1
        b | 0.5 | lp -2
          Answer: 2 | 0.8 | lp -1 | !wrong
        c | 0.5 | lp -0.5
          Answer: 3 | 0.7 | lp -0.5 | !wrong
        d | 0.5 | lp -4
          Answer: 4 | 0.6 | ?
        """;

    [Fact]
    public void Five_pairs_of_twenty_samples_are_five_correct_and_five_wrong_paths()
    {
        var tree = Judged.Of(Twenty);
        var pairs = Judged.Pairs(tree, PairLevel.Answer).Pairs;
        Assert.Equal(5, pairs.Count);
        Assert.Equal(5, pairs.Select(p => p.Chosen.StepId).Distinct().Count());
        Assert.Equal(5, pairs.Select(p => p.Rejected.StepId).Distinct().Count());
        Assert.All(pairs, p => Assert.True(tree.Tree[p.Chosen.StepId].IsCorrectLeaf && !tree.Tree[p.Rejected.StepId].IsCorrectLeaf));
    }

    [Fact]
    public void The_seed_decides_and_every_path_is_drawn_by_some_seed()
    {
        var tree = Judged.Of(Twenty);
        Assert.Equal(Judged.Ids(Judged.Pairs(tree, PairLevel.Answer)), Judged.Ids(Judged.Pairs(tree, PairLevel.Answer)));
        var chosen = Enumerable.Range(0, 60).SelectMany(seed => Judged.Pairs(tree, PairLevel.Answer, seed: (ulong)seed).Pairs.Select(p => p.Chosen.StepId)).ToList();
        Assert.Equal(Enumerable.Range(1, 10).Select(i => 2 * i), chosen.Distinct().Order());

        // 300 draws of ten paths: each is expected 30 times.
        Assert.All(chosen.CountBy(id => id), count => Assert.InRange(count.Value, 15, 45));
    }

    [Fact]
    public void A_path_that_was_drawn_often_is_sampled_as_often()
    {
        var tree = Judged.Of("""
            a
              Answer: 1
            b
              Answer: 2 | 0.5 | !wrong | x30
            c
              Answer: 3 | 0.5 | !wrong | x10
            """);
        var options = new PreferenceOptions { Answer = new() { Pairs = 1, Samples = 1000 } };
        var rejected = Enumerable.Range(0, 200).Select(seed => Judged.Pairs(tree, PairLevel.Answer, options, (ulong)seed).Pairs.Single().Rejected.StepId).ToList();
        Assert.InRange(rejected.Count(id => id == 4), 125, 175);

        // Of two of the 41 samples both must be there for a pair: the correct one is among them 2 times in 41.
        options = new PreferenceOptions { Answer = new() { Samples = 2 } };
        var some = Enumerable.Range(0, 400).Count(seed => Judged.Pairs(tree, PairLevel.Answer, options, (ulong)seed).Pairs.Count > 0);
        Assert.InRange(some, 8, 34);
    }

    [Fact]
    public void Every_combination_is_paired_once_when_as_many_are_asked_for()
    {
        var tree = Judged.Of(string.Join('\n', Enumerable.Range(0, 10).Select(i => $"Answer: {(i < 4 ? "1" : "2")}{i} | 0.5{(i < 4 ? "" : " | !wrong")}")));
        var pairs = Judged.Ids(Judged.Pairs(tree, PairLevel.Answer, new PreferenceOptions { Answer = new() { Pairs = 1000 } }));
        Assert.Equal(24, pairs.Count);
        Assert.Equal(24, pairs.Distinct().Count());
    }

    [Fact]
    public void An_answer_that_was_not_decided_is_in_no_pair()
    {
        var pairs = Judged.Pairs(Judged.Of(OneCorrect), PairLevel.Answer);
        Assert.Equal(["2>4", "2>6"], Judged.Ids(pairs).Order());
        Assert.Null(pairs.Refusal);
    }

    [Fact]
    public void Texts_scores_and_perplexities_are_those_of_the_paths()
    {
        var pair = Judged.Pairs(Judged.Of(OneCorrect), PairLevel.Answer, new PreferenceOptions { Answer = new() { Rule = PairRule.Perplexity } }).Pairs.Single();
        Assert.Equal("<think>\na\n</think>\n\nAnswer: 1", pair.Chosen.Text);
        Assert.Equal("<think>\nc\n</think>\n\nAnswer: 3", pair.Rejected.Text);
        Assert.Equal("<think>\n".Length, pair.SharedLength);
        Assert.Equal((0.9f, 0.7f, "reward"), ((float)pair.Chosen.Score!, (float)pair.Rejected.Score!, pair.ScoreSource));
        Assert.Equal(Math.E, pair.Chosen.Perplexity!.Value, 1e-9);
        Assert.Equal(Math.Exp(0.5), pair.Rejected.Perplexity!.Value, 1e-9);
        Assert.Equal(6, pair.Chosen.TokenCount);
    }

    [Fact]
    public void Perplexity_puts_the_least_sure_correct_path_against_the_surest_wrong_one()
    {
        // Means over both steps of three tokens each: correct -1, -2, -0.5; wrong -3, -0.25, -1.5.
        var tree = Judged.Of("""
            a | 0.5 | lp -1
              Answer: 11 | 0.5 | lp -1
            b | 0.5 | lp -3
              Answer: 12 | 0.5 | lp -1
            c | 0.5 | lp -0.5
              Answer: 13 | 0.5 | lp -0.5
            d | 0.5 | lp -3
              Answer: 21 | 0.5 | lp -3 | !wrong
            e | 0.5 | lp -0.25
              Answer: 22 | 0.5 | lp -0.25 | !wrong
            f | 0.5 | lp -1
              Answer: 23 | 0.5 | lp -2 | !wrong
            """);
        var options = new PreferenceOptions { Answer = new() { Rule = PairRule.Perplexity } };
        Assert.Equal(["4>10", "2>12", "6>8"], Judged.Ids(Judged.Pairs(tree, PairLevel.Answer, options)));

        // Of the thoughts alone: correct -1, -3, -0.5; wrong -3, -0.25, -1.
        Assert.Equal(["4>10", "2>12", "6>8"], Judged.Ids(Judged.Pairs(tree, PairLevel.Thought)));
    }

    [Fact]
    public void Thoughts_leave_the_answer_out()
    {
        var pair = Judged.Pairs(Judged.Of(OneCorrect), PairLevel.Thought).Pairs.Single();
        Assert.Equal(("<think>\na\n</think>", "<think>\nc\n</think>"), (pair.Chosen.Text, pair.Rejected.Text));
        Assert.Equal((2, 6, 3), (pair.Chosen.StepId, pair.Rejected.StepId, pair.Chosen.TokenCount));
        Assert.Equal(Math.Exp(0.5), pair.Rejected.Perplexity!.Value, 1e-9);
    }

    [Fact]
    public void Shared_steps_count_as_shared_text()
    {
        var pair = Judged.Pairs(Judged.Of("first\n  Answer: 1\n  second\n    Answer: 2 | 0.5 | !wrong"), PairLevel.Answer).Pairs.Single();
        Assert.Equal("<think>\nfirst\n", pair.Chosen.Text[..pair.SharedLength]);
        Assert.Equal("<think>\nfirst\n", pair.Rejected.Text[..pair.SharedLength]);
    }

    [Theory]
    [InlineData("Answer: 2 | 0.5 | !wrong", PairResult.NoCorrectPath)]
    [InlineData("Answer: 1", PairResult.NoWrongPath)]
    [InlineData("Answer: 1 | 0.5 | ?\na\n  b", PairResult.NoCorrectPath)]
    [InlineData("Answer: 1 or Answer: 2\na\n  Answer: 3 | 0.5 | !wrong", PairResult.AnswerNotStated)]
    [InlineData("a </THINK>\n  Answer: 1\nAnswer: 2 | 0.5 | !wrong", PairResult.ForgedMarker)]
    public void Without_pairs_there_is_a_reason(string tree, string expected)
    {
        var result = Judged.Pairs(Judged.Of(tree), PairLevel.Answer);
        Assert.Empty(result.Pairs);
        Assert.Equal(expected, result.Refusal);
    }

    [Fact]
    public void Equal_thoughts_and_thoughts_without_steps_are_not_compared()
    {
        Assert.Equal(PairResult.EqualTexts, Judged.Pairs(Judged.Of("a\n  Answer: 1\n  Answer: 2 | 0.5 | !wrong"), PairLevel.Thought).Refusal);
        Assert.Equal(PairResult.NoThought, Judged.Pairs(Judged.Of("Answer: 1\nAnswer: 2 | 0.5 | !wrong"), PairLevel.Thought).Refusal);
    }
}
