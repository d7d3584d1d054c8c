using SynthFarm.Core.Answers;
using SynthFarm.Core.Answers.Rules;

namespace SynthFarm.Core.Tests.Answers;

/// <summary>What the published code was found to do with these texts, good and bad.</summary>
public class AnswerRulesTests
{
    [Theory]
    [InlineData("\\frac{1}{2}", "0.5", true, false, true)]
    [InlineData("0.25", "\\frac{1}{4}", false, false, false)]
    [InlineData("x=5", "5", true, true, true)]
    [InlineData("abc=5", "5", false, true, false)]
    [InlineData("1,000", "1000", false, true, false)]
    [InlineData("1\\!000", "1000", true, false, true)]
    [InlineData("10\\%", "10", true, false, true)]
    [InlineData("5\\text{ cm}", "5", true, true, true)]
    [InlineData("5 \\text{cm}", "5", false, true, false)]
    [InlineData("\\left(1,2\\right)", "(1,2)", true, false, true)]
    [InlineData(".5", "0.5", true, false, true)]
    [InlineData("-\\frac{1}{2}", "\\frac{-1}{2}", false, false, false)]
    [InlineData("2", "2.0", false, false, false)]
    [InlineData("\\text{(A)}", "A", false, false, false)]
    [InlineData("\\frac{2}{4}", "\\frac{1}{2}", false, false, false)]
    public void Normalisations_give_the_golden_results(string x, string y, bool hendrycks, bool minerva, bool prm800K)
    {
        Assert.Equal(hendrycks, HendrycksRule.AreEquivalent(x, y));
        Assert.Equal(minerva, MinervaRule.Normalize(x) == MinervaRule.Normalize(y));
        Assert.Equal(prm800K, Prm800KRule.MathNormalize(x) == Prm800KRule.MathNormalize(y));
    }

    [Theory]
    [InlineData("1,2", "12")]
    [InlineData("a meal", "meal")]
    [InlineData("squareroot", "root")]
    [InlineData("x=2y=4", "4")]
    [InlineData("\\frac12", "\\frac{1}{2}")]
    [InlineData("\\sqrt3", "\\sqrt{3}")]
    public void Minerva_normalises(string answer, string normal) => Assert.Equal(normal, MinervaRule.Normalize(answer));

    [Theory]
    [InlineData("\\boxed 5$ and \\boxed{7}", "\\boxed 5")]
    [InlineData("\\boxed{a} and \\boxed", null)]
    [InlineData("\\boxed{\\frac{1}{2}", null)]
    [InlineData("so \\boxed{\\frac{1}{2}}.", "\\boxed{\\frac{1}{2}}")]
    [InlineData("so \\fbox{3}.", "\\fbox{3}")]
    [InlineData("none", null)]
    public void Hendrycks_finds_the_last_box(string text, string? box) => Assert.Equal(box, HendrycksRule.LastBoxed(text));

    [Theory]
    [InlineData("#### 18.", "18.")]
    [InlineData("#### $18", null)]
    [InlineData("####18", null)]
    [InlineData("#### 1 and #### 2", "1")]
    [InlineData("#### -1,200", "-1200")]
    public void Gsm8k_strict_finds(string text, string? answer) => Assert.Equal(answer, Gsm8KStrictRule.Stated(text));

    [Theory]
    [InlineData("7 and then ... done", "...")]
    [InlineData("It costs $5.", "$5.")]
    [InlineData("It is -3", "-3")]
    [InlineData("none", null)]
    public void Gsm8k_flexible_finds(string text, string? answer) => Assert.Equal(answer, Gsm8KFlexibleRule.Stated(text));

    [Theory]
    [InlineData("hendrycks", "\\frac{1}{2}", "so \\boxed{\\frac12}", Verdict.Correct)]
    [InlineData("hendrycks", "5", "so \\boxed{5", Verdict.Wrong)]
    [InlineData("prm800k", "\\frac{2}{4}", "\\boxed{\\frac{1}{2}}", Verdict.Wrong)]
    [InlineData("prm800k", "2", "\\boxed{\\frac{4}{2}}", Verdict.Wrong)]
    [InlineData("prm800k", "2\\sqrt{3}", "\\boxed{\\sqrt{12}}", Verdict.Correct)]
    [InlineData("prm800k", "(1,2)", "\\boxed{[1,2]}", Verdict.Wrong)]
    [InlineData("prm800k", "1000", "\\boxed{1,000}", Verdict.Correct)]
    [InlineData("minerva", "\\frac{1}{2}", "Final Answer: The final answer is $0.5$. I hope it is correct.", Verdict.Correct)]
    [InlineData("minerva", "3", "Final Answer: The final answer is $4$. I hope it is correct.", Verdict.Wrong)]
    [InlineData("gsm8k-strict", "x\n#### 1,200", "y\n#### 1200", Verdict.Correct)]
    [InlineData("gsm8k-strict", "18", "The answer is 18.", Verdict.Wrong)]
    [InlineData("gsm8k-flexible", "18", "The answer is $18.", Verdict.Correct)]
    [InlineData("synthfarm", "18", "The answer is eighteen", Verdict.Correct)]
    public void Rules_judge(string rule, string gold, string response, Verdict verdict) =>
        Assert.Equal(verdict, AnswerRules.Find(rule)!.Judge(gold, response).Verdict);

    /// <summary>Inputs that other published parsers were found to break on; ours must not.</summary>
    [Theory]
    [InlineData("\\text{east}", "", Verdict.Unknown)]
    [InlineData("\\text{east}", "\\text{west}", Verdict.Wrong)]
    [InlineData("\\frac{ab}{2}", "\\frac{cd}{2}", Verdict.Wrong)]
    [InlineData("\\frac{1}{2}", "\\boxed{\\frac{1}{2}}", Verdict.Correct)]
    [InlineData("\\frac{1}{2}", "\\boxed{\\frac{1}{3}}", Verdict.Wrong)]
    [InlineData("(a.)", "(.)", Verdict.Unknown)]
    [InlineData("1,000", "1000", Verdict.Correct)]
    [InlineData("0", "", Verdict.Unknown)]
    [InlineData("3", "13", Verdict.Wrong)]
    [InlineData("13", "3", Verdict.Wrong)]
    [InlineData("correct", "incorrect.", Verdict.Wrong)]
    [InlineData("second", "day", Verdict.Wrong)]
    [InlineData("18", "#### 18.", Verdict.Correct)]
    [InlineData("18", "#### $18", Verdict.Correct)]
    [InlineData("18", "####18", Verdict.Correct)]
    [InlineData("2", "#### 1 and #### 2", Verdict.Correct)]
    [InlineData("5", "It costs $5.", Verdict.Correct)]
    [InlineData("7", "7 and then ... done", Verdict.Correct)]
    [InlineData("12", "1,2", Verdict.Wrong)]
    [InlineData("7", "so \\boxed 5$ and \\boxed{7}", Verdict.Correct)]
    public void Default_rule_is_not_caught_by_the_traps_of_others(string gold, string response, Verdict verdict) =>
        Assert.Equal(verdict, AnswerVerification.Verify(gold, response).Verdict);

    [Fact]
    public void Panel_shows_disagreement()
    {
        var split = AnswerPanel.Judge("0.25", "\\boxed{\\frac{1}{4}}");
        Assert.Equal(AnswerRules.All.Select(rule => rule.Name), split.Select(entry => entry.Rule));
        Assert.True(AnswerPanel.Disagree(split));
        Assert.Equal(Verdict.Correct, split[0].Verdict.Verdict);
        Assert.False(AnswerPanel.Disagree(AnswerPanel.Judge("18", "#### 18")
            .Where(entry => entry.Rule is "synthfarm" or "gsm8k-strict" or "gsm8k-flexible").ToList()));
        Assert.Null(AnswerRules.Find("no such rule"));
    }
}
