using SynthFarm.Core.Answers;
using SynthFarm.Core.Hygiene.GoldAudit;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Tests.Hygiene;

public class GoldAuditorTests
{
    private static readonly GoldAuditOptions Options = new() { MinAnswers = 5, MinShare = 0.6 };

    [Fact]
    public void Majority_is_counted_by_draws_over_canonical_forms()
    {
        // 1/2 twice and 0.5 once drawn are three votes for one answer, of five.
        var finding = GoldAuditor.Examine(Tree("0.25", ("1/2", 2), ("0.5", 1), ("0.25", 1), ("7", 1)), Options);

        Assert.Equal(new GoldFinding(GoldStanding.Doubted, "1/2", 3, 5, 3), finding);
        Assert.Equal(0.6, finding.Share);
    }

    [Theory]
    [InlineData("0.5", GoldStanding.Confirmed)]
    [InlineData("3", GoldStanding.Doubted)]
    [InlineData(null, GoldStanding.Labelled)]
    [InlineData("twelve miles per hour east", GoldStanding.Undecided)]
    public void Standing_follows_the_verdict_on_the_majority(string? gold, GoldStanding standing) =>
        Assert.Equal(standing, GoldAuditor.Examine(Tree(gold, ("0.5", 6), ("9", 1)), Options).Standing);

    [Fact]
    public void Too_few_answers_or_too_small_a_share_say_nothing()
    {
        Assert.Equal(new GoldFinding(GoldStanding.NoMajority, null, 4, 4, 1), GoldAuditor.Examine(Tree("1", ("2", 4)), Options));
        Assert.Equal(GoldStanding.NoMajority, GoldAuditor.Examine(Tree("1", ("2", 5), ("3", 4)), Options).Standing);
        Assert.Equal(new GoldFinding(GoldStanding.NoMajority, null, 0, 0, 0), GoldAuditor.Examine(Tree("1"), Options));
    }

    [Fact]
    public void Label_takes_the_majority_and_says_so_in_meta()
    {
        var tree = Tree(null, ("0.5", 6), ("9", 1));
        var labelled = MajorityLabel.Apply(tree.Problem, GoldAuditor.Examine(tree, Options));

        Assert.Equal(
            """{"id":"p","problem":"What is it?","answer":"0.5","source":"s","meta":{"page":3,"label":{"method":"majority","votes":6,"answers":7}}}""",
            ProblemSerializer.ToLine(labelled));
        Assert.Throws<ArgumentException>(() => MajorityLabel.Apply(tree.Problem, GoldAuditor.Examine(Tree("1", ("1", 9)), Options)));
    }

    [Fact]
    public void Options_out_of_bounds_are_refused()
    {
        Assert.Throws<ArgumentException>(() => GoldAuditor.Examine(Tree("1"), Options with { MinShare = 0.5 }));
        Assert.Throws<ArgumentException>(() => GoldAuditor.Examine(Tree("1"), Options with { MinAnswers = 1 }));
    }

    private static ReasoningTree Tree(string? gold, params (string Answer, int Draws)[] leaves)
    {
        var meta = System.Text.Json.JsonDocument.Parse("{\"page\":3}").RootElement;
        var problem = Problem.Create(new ProblemFields { Id = "p", Statement = "What is it?", Answer = gold, Source = "s", Meta = meta });
        var tree = new ReasoningTree("t", problem);
        foreach (var (answer, draws) in leaves)
        {
            tree.Append(0, new StepDraft
            {
                Text = $"Answer: {answer}",
                TokenIds = [1],
                Draws = draws,
                Terminal = TerminalKind.Answer,
                Answer = answer,
                AnswerVerdict = AnswerCheckers.For(problem).Check(problem, answer),
                Producer = "test",
            });
        }

        return tree;
    }
}
