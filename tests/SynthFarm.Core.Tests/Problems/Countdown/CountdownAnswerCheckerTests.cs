using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Problems.Countdown;

namespace SynthFarm.Core.Tests.Problems.Countdown;

public class CountdownAnswerCheckerTests
{
    private static readonly Problem Problem = new CountdownTask([25, 14, 7, 32], 45).ToProblem();

    [Theory]
    [InlineData("((25 - 14) * 7) - 32", "7 * (25 - 14) - 32")]
    [InlineData("(25-14)*7-32", "7 * (25 - 14) - 32")]
    [InlineData("7×(25−14)−32", "7 * (25 - 14) - 32")]
    [InlineData("7 \\times \\left(25 - 14\\right) - 32", "7 * (25 - 14) - 32")]
    [InlineData("$7 \\cdot [25 - 14] - 32 = 45$", "7 * (25 - 14) - 32")]
    [InlineData("45 = 7 · (25 - 14) - 32.", "7 * (25 - 14) - 32")]
    [InlineData("7 + (32 + (14 - 7)) - 8", null)]
    [InlineData("14 + 32 - \\frac{7}{7}", null)]
    [InlineData("25 + 32 + 14 / 7 - 14", null)]
    public void Right_expressions_are_correct_in_any_notation(string answer, string? canonical)
    {
        var verdict = ProblemFamilies.Countdown.Answers.Check(Problem, answer);
        Assert.Equal(canonical is null ? Verdict.Wrong : Verdict.Correct, verdict.Verdict);
        if (canonical is not null)
        {
            Assert.Equal(("the expression makes 45", canonical), (verdict.Reason, verdict.Canonical));
        }
    }

    [Theory]
    [InlineData("45", "45 states the target, not how to make it")]
    [InlineData("45 = 45", "45 states the target, not how to make it")]
    [InlineData("7", "the expression makes 7, not 45")]
    [InlineData("25 - 14", "the expression makes 11, not 45")]
    [InlineData("9 * 5", "9 is not among 25, 14, 7, 32")]
    [InlineData("7 * 7 - 4", "7 is used 2 times and given once")]
    [InlineData("7 - 14 + 25", "7 - 14 is negative")]
    [InlineData("25 / 7 + 32", "25 / 7 is not a whole number")]
    [InlineData("32 / (14 / 7 - 25)", "2 - 25 is negative")]
    [InlineData("(25 - 14) * 7 - 32 = 46", "the expression makes 45, but the answer says 46")]
    [InlineData("-14 + 25 + 32", "a sign in front of a number is not one of the operations + - * /")]
    [InlineData("7^2 - 4", "^ is not one of the operations + - * /")]
    [InlineData("12.5 * 2", "'12.5' is not a whole number")]
    [InlineData("99999999999999999999 + 1", "a number of 20 digits is not among the numbers")]
    public void Wrong_expressions_are_wrong_for_a_reason(string answer, string reason)
    {
        var verdict = ProblemFamilies.Countdown.Answers.Check(Problem, answer);
        Assert.Equal((Verdict.Wrong, reason), (verdict.Verdict, verdict.Reason));
    }

    [Theory]
    [InlineData("", "the expression is not complete")]
    [InlineData("25 - ", "the expression is not complete")]
    [InlineData("(25 - 14", "a bracket is not closed")]
    [InlineData("25 - 14)", "an operator is missing, or a bracket is not opened")]
    [InlineData("(25 - 14]", "a bracket is not closed")]
    [InlineData("25 14", "an operator is missing, or a bracket is not opened")]
    [InlineData("25 * / 14", "a number is missing")]
    [InlineData("25 - 14 = 7 + 4", "the answer holds two expressions")]
    [InlineData("25 - 14 = 11 = 11", "an operator is missing, or a bracket is not opened")]
    [InlineData("\\frac 1 2", "a fraction lacks its braces")]
    [InlineData("I do not know", "'I do not know' is not part of an expression")]
    [InlineData("System.Exit(1)", "'System.Exit(1)' is not part of an expression")]
    public void Text_that_is_no_expression_is_unknown(string answer, string reason)
    {
        var verdict = ProblemFamilies.Countdown.Answers.Check(Problem, answer);
        Assert.Equal((Verdict.Unknown, reason, null), (verdict.Verdict, verdict.Reason, verdict.Canonical));
    }

    [Fact]
    public void Hostile_texts_are_unknown_and_quick()
    {
        var checker = ProblemFamilies.Countdown.Answers;
        string[] texts =
        [
            new('(', 2000), new('(', 3_000_000), new('-', 2000), string.Concat(Enumerable.Repeat("\\frac{", 300)),
            string.Concat(Enumerable.Repeat("(1+", 120)), new('9', 1_000_000), "\ud800", "\0", "\u202e25", string.Concat(Enumerable.Repeat("\\boxed{", 200_000)),
            string.Concat(Enumerable.Repeat("answer:", 200_000)), string.Concat(Enumerable.Repeat("xanswer:", 200_000)),
        ];
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var text in texts)
        {
            Assert.NotEqual(Verdict.Correct, checker.Check(Problem, text).Verdict);
            Assert.True(checker.Extract(text) is null or { Length: < 2_000_000 });
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }

    [Fact]
    public void A_hundred_levels_of_brackets_are_read()
    {
        var answer = $"{new string('(', 100)}25 - 14{new string(')', 100)} * 7 - 32";
        Assert.Equal(Verdict.Correct, ProblemFamilies.Countdown.Answers.Check(Problem, answer).Verdict);
        Assert.Equal(Verdict.Unknown, ProblemFamilies.Countdown.Answers.Check(Problem, $"({answer})").Verdict);
    }

    [Fact]
    public void A_thousand_operations_are_read()
    {
        var answer = string.Join('+', Enumerable.Repeat("1", 1000));
        Assert.Equal("1 is not among 25, 14, 7, 32", ProblemFamilies.Countdown.Answers.Check(Problem, answer).Reason);
    }

    [Theory]
    [InlineData("25 - 14 = 11; left: 11, 7, 32\nAnswer: (25 - 14) * 7", "(25 - 14) * 7")]
    [InlineData("Answer: 1\nno:\nAnswer:  (2 + 3) \nmore", "(2 + 3)")]
    [InlineData("**Answer:** $25 + 7$", "$25 + 7$")]
    [InlineData("Answer: \\boxed{(25 - 14) * 7}", "(25 - 14) * 7")]
    [InlineData("So it is \\boxed{25 + 7}.", "25 + 7")]
    [InlineData("(25 - 14) * 7", "(25 - 14) * 7")]
    [InlineData("5^2 + 1", "5^2 + 1")]
    [InlineData("25 - 14 = 11\n", null)]
    [InlineData("25 - 14 = 11; left: 11, 7, 32", null)]
    [InlineData("Answer:\n", null)]
    [InlineData("I give up", null)]
    [InlineData("", null)]
    public void Answers_are_extracted(string response, string? answer) =>
        Assert.Equal(answer, ProblemFamilies.Countdown.Answers.Extract(response));

    [Theory]
    [InlineData("7 + 3 + 5", "5 + (3 + 7)", true)]
    [InlineData("2 * (3 * 4)", "4 * 3 * 2", true)]
    [InlineData("(8 - 3) + 2", "2 + (8 - 3)", true)]
    [InlineData("8 - (3 - 2)", "8 - 3 - 2", false)]
    [InlineData("8 / (4 / 2)", "8 / 4 / 2", false)]
    [InlineData("(1 + 2) * 3", "1 + 2 * 3", false)]
    public void Votes_are_counted_up_to_the_order_of_sums_and_products(string one, string other, bool isSame)
    {
        var checker = ProblemFamilies.Countdown.Answers;
        Assert.Equal(isSame, checker.Check(Problem, one).Canonical == checker.Check(Problem, other).Canonical);
    }
}
