using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Problems.Countdown;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.Core.Tests.Preferences.Labels;

public sealed class StepLabellerTests
{
    /// <summary>Sixteen rollouts: the shares of correct paths are 3/4 and 0/12 below the first steps.</summary>
    private const string Rollouts = """
        a | 0.9
          b | 0.4
            Answer: 1 | 0.9 | x3
          c | 0.6
            Answer: 2 | 0.1 | !wrong
        d | 0.3
          e | 0.8
            Answer: 3 | 0.2 | !wrong | x12
        """;

    [Fact]
    public void Outcomes_weighted_by_draws_are_the_shares_of_Math_Shepherd() => Assert.Equal(
        [
            "1,2,3 right,right,right 0.75,1,1 outcomes leaf",
            "1,4 right,wrong 0.75,0 outcomes first-error",
            "6 wrong 0 outcomes first-error",
        ],
        Paths(Rollouts, new() { Source = StepEvidence.Outcomes }));

    [Fact]
    public void Paths_with_the_same_text_are_given_once() => Assert.Equal(
        ["1,2 right,right 1,1 outcomes leaf"],
        Paths("a | 0.9\n  Answer: 1 | 0.9\na | 0.9\n  Answer: 1 | 0.9\na | 0.9", new() { Source = StepEvidence.Outcomes }));

    [Fact]
    public void Steps_after_the_first_wrong_one_are_wrong_where_that_is_asked_for() => Assert.Equal(
        [
            "1,2,3 right,right,right 0.75,1,1 outcomes leaf",
            "1,4,5 right,wrong,wrong 0.75,0,0 outcomes leaf",
            "6,7,8 wrong,wrong,wrong 0,0,0 outcomes leaf",
        ],
        Paths(Rollouts, new() { Source = StepEvidence.Outcomes, AfterError = AfterError.Wrong }));

    [Fact]
    public void Thresholds_decide_what_is_right()
    {
        // 0.75 is not above 0.75; of the rewards 0.9, 0.6 and 0.8 are at least 0.6.
        Assert.Equal(["1 wrong 0.75 outcomes first-error", "6 wrong 0 outcomes first-error"], Paths(Rollouts, new() { Source = StepEvidence.Outcomes, ShareThreshold = 0.75 }));
        Assert.Equal(
            ["1,2 right,wrong 0.9,0.4 reward first-error", "1,4,5 right,right,wrong 0.9,0.6,0.1 reward leaf", "6 wrong 0.3 reward first-error"],
            Paths(Rollouts, new() { Source = StepEvidence.Reward, RewardThreshold = 0.6 }));
    }

    [Fact]
    public void A_step_with_too_few_paths_has_no_label_and_the_path_is_cut_before_it()
    {
        var refused = new List<string>();
        Assert.Equal(
            ["1 right 0.75 outcomes unlabelled", "6 wrong 0 outcomes first-error"],
            Paths(Rollouts, new() { Source = StepEvidence.Outcomes, MinPaths = 4 }, refused));
        Assert.Equal([LabelRefusal.SameSteps], refused);
        Assert.Equal(["6 wrong 0 outcomes first-error"], Paths(Rollouts, new() { Source = StepEvidence.Outcomes, MinPaths = 5 }, refused));
        Assert.Equal([LabelRefusal.SameSteps, LabelRefusal.Unlabelled, LabelRefusal.Unlabelled], refused);
    }

    [Fact]
    public void Monte_Carlo_counts_are_taken_as_they_were_stored() => Assert.Equal(
        ["1,2 right,wrong 0.5,0 monte-carlo first-error"],
        Paths("a | 0.5 | mc 4/8\n  b | 0.5 | mc 0/8\n    Answer: 1\nc", new() { Source = StepEvidence.MonteCarlo }));

    [Fact]
    public void What_a_critic_stored_is_a_label_and_what_nobody_judged_is_not()
    {
        var refused = new List<string>();
        Assert.Equal(
            ["1,4 right,wrong 1,0 verdict leaf"],
            Paths("a | 0.5 | +\n  b\n    Answer: 1\n  c | 0.5 | !no\nd\n  e | 0.5 | +", new() { Source = StepEvidence.Verdict }, refused));
        Assert.Equal([LabelRefusal.Unlabelled, LabelRefusal.SameSteps], refused);
    }

    [Fact]
    public void Auto_takes_a_checker_then_verdicts_then_counts_then_outcomes()
    {
        Assert.EndsWith("outcomes leaf", Paths("a\n  Answer: 1", new())[0], StringComparison.Ordinal);
        Assert.EndsWith("monte-carlo unlabelled", Paths("a | 0.5 | mc 1/2\n  Answer: 1", new())[0], StringComparison.Ordinal);
        Assert.EndsWith("verdict unlabelled", Paths("a | 0.5 | mc 1/2 | +\n  Answer: 1", new())[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_checker_labels_a_countdown_path_to_its_first_error()
    {
        var task = new CountdownTask([5, 46, 18, 20], 53);
        var tree = new JudgedTree(
            Trees.Parse("""
                46 + 20 = 66; left: 66, 5, 18
                  66 + 5 = 71; left: 71, 18
                    71 - 18 = 53; left: 53
                      Answer: ((46 + 20) + 5) - 18
                  66 + 5 = 72; left: 72, 18
                    72 - 18 = 54; left: 54
                      Answer: ((46 + 20) + 5) + 18 | 0.5 | !it makes 89
                """, task.ToProblem()),
            ProblemFamilies.Countdown.Answers, ProblemFamilies.Countdown.Steps);
        Assert.Equal(
            ["1,2,3,4 right,right,right,right 1,1,1,1 step-checker:countdown/1 leaf", "1,5 right,wrong 1,0 step-checker:countdown/1 first-error"],
            Paths(tree, new(), []));
        Assert.Equal(["4 -1 True", "7 1 False"], Errors(tree, new(), []));
    }

    [Fact]
    public void First_errors_are_counted_from_0_and_a_wrong_answer_without_one_is_refused()
    {
        var refused = new List<string>();
        var tree = Judged.Of("""
            a | 0.5 | +
              b | 0.5 | +
                Answer: 1 | 0.5 | +
              c | 0.5 | !no
                Answer: 13
              d | 0.5 | +
                Answer: 2 | 0.5 | !wrong
            e
              Answer: 3 | 0.5 | !wrong
            f | 0.5 | +
              Answer: 4 | 0.5 | ?
              g
            """);
        Assert.Equal(["3 -1 True", "5 1 True", "7 2 False"], Errors(tree, new() { Source = StepEvidence.Verdict }, refused));
        Assert.Equal([LabelRefusal.Unlabelled, LabelRefusal.AnswerUndecided, LabelRefusal.NoAnswer], refused);
        Assert.Equal([], Errors(Judged.Of("a | 0.9\n  Answer: 2 | 0.9 | !wrong"), new() { Source = StepEvidence.Reward }, refused));
        Assert.Equal(LabelRefusal.NoErrorFound, refused[^1]);
    }

    [Theory]
    [InlineData(StepEvidence.Value, 1, 0.0, 0.5, "labels.source")]
    [InlineData(StepEvidence.Auto, 0, 0.0, 0.5, "labels.minPaths")]
    [InlineData(StepEvidence.Auto, 1, 1.0, 0.5, "labels.shareThreshold")]
    [InlineData(StepEvidence.Auto, 1, double.NaN, 0.5, "labels.shareThreshold")]
    [InlineData(StepEvidence.Auto, 1, 0.0, 0.0, "labels.rewardThreshold")]
    public void Options_out_of_bounds_are_named(StepEvidence source, int minPaths, double share, double reward, string expected)
    {
        var options = new StepLabelOptions { Source = source, MinPaths = minPaths, ShareThreshold = share, RewardThreshold = reward };
        Assert.StartsWith(expected, Assert.Throws<ArgumentException>(() => new StepLabeller(options)).Message, StringComparison.Ordinal);
    }

    private static List<string> Paths(string tree, StepLabelOptions options, List<string>? refused = null) => Paths(Judged.Of(tree), options, refused ?? []);

    private static List<string> Paths(JudgedTree tree, StepLabelOptions options, List<string> refused) =>
    [
        .. new StepLabeller(options).Paths(tree, refused.Add).Select(p => string.Join(' ',
            string.Join(',', p.Steps.Select(s => s.Id)),
            string.Join(',', p.Labels.Select(right => right ? "right" : "wrong")),
            string.Join(',', p.Scores.Select(s => FormattableString.Invariant($"{s}"))),
            p.Source,
            Name(p.End))),
    ];

    private static List<string> Errors(JudgedTree tree, StepLabelOptions options, List<string> refused)
        => [.. new StepLabeller(options).FirstErrors(tree, refused.Add).Select(e => FormattableString.Invariant($"{e.Leaf.Id} {e.Index} {e.IsAnswerCorrect}"))];

    private static string Name(LabelledEnd end) => end switch
    {
        LabelledEnd.Leaf => "leaf",
        LabelledEnd.FirstError => "first-error",
        _ => "unlabelled",
    };
}
