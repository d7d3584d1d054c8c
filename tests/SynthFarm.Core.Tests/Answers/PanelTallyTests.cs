using SynthFarm.Core.Answers;
using SynthFarm.Core.Answers.Rules;
using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Tests.Answers;

public class PanelTallyTests
{
    [Fact]
    public void Tally_counts_verdicts_agreement_and_who_disagrees_with_whom()
    {
        var tally = new PanelTally();
        tally.Add(Verdicts(Verdict.Correct, Verdict.Wrong, Verdict.Correct, Verdict.Correct, Verdict.Wrong, Verdict.Wrong));
        tally.Add(Verdicts(Verdict.Unknown, Verdict.Wrong, Verdict.Wrong, Verdict.Wrong, Verdict.Wrong, Verdict.Wrong));

        var summary = tally.Summary();
        Assert.Equal((2L, 1L), (summary.Pairs, summary.Disagreements));
        Assert.Equal(new RuleCount("synthfarm", 1, 0, 1, 2), summary.Rules[0]);
        Assert.Equal(new RuleCount("hendrycks", 0, 2, 0, 0), summary.Rules[1]);
        Assert.Equal(new RuleCount("prm800k", 1, 1, 0, 1), summary.Rules[2]);

        // Three say correct and three wrong: nine pairs of rules.
        Assert.Equal(9, summary.Between.Count);
        Assert.Contains(new RuleDisagreement("synthfarm", "hendrycks", 1), summary.Between);
        Assert.Contains(new RuleDisagreement("hendrycks", "prm800k", 1), summary.Between);
        Assert.DoesNotContain(summary.Between, pair => pair is { First: "synthfarm", Second: "prm800k" });
    }

    [Fact]
    public void Stated_answers_are_shown_to_each_rule_in_its_own_form()
    {
        var problem = Problem.Create(new ProblemFields { Statement = "What?", Answer = "So 9 * 2 = 18\n#### 18" });

        Assert.All(AnswerPanel.JudgeStated(problem, "18"), entry => Assert.Equal(Verdict.Correct, entry.Verdict.Verdict));
        Assert.Equal(
            ["gsm8k-strict"],
            AnswerPanel.JudgeStated(problem, "\\$18").Where(entry => entry.Verdict.Verdict == Verdict.Wrong).Select(entry => entry.Rule));
    }

    [Fact]
    public void Kind_and_meta_reach_the_default_rule()
    {
        var verdicts = AnswerPanel.Judge("24", "4*6", "Using the numbers 4, 6, each at most once, and the operations + - * /, make 24.", "countdown");

        Assert.Equal((Verdict.Correct, "countdown-expression"), (verdicts[0].Verdict.Verdict, verdicts[0].Verdict.Rule));
    }

    private static List<PanelVerdict> Verdicts(params Verdict[] verdicts) =>
        [.. AnswerRules.All.Zip(verdicts, (rule, verdict) => new PanelVerdict(rule.Name, new AnswerVerdict(verdict, "", rule.Name)))];
}
