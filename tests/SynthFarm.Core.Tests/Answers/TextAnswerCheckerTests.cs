using System.Text.Json;
using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Tests.Answers;

public class TextAnswerCheckerTests
{
    [Theory]
    [InlineData("7425000", "7,425,000", Verdict.Correct)]
    [InlineData("1000.0", "1,000.0", Verdict.Correct)]
    [InlineData("0.25", "\\frac{1}{4}", Verdict.Correct)]
    [InlineData("1/2", "2/4", Verdict.Correct)]
    [InlineData("-1/2", "\\dfrac{-1}{2}", Verdict.Correct)]
    [InlineData("18", "$18", Verdict.Correct)]
    [InlineData("1000", "1e3", Verdict.Correct)]
    [InlineData("18", "18.", Verdict.Correct)]
    [InlineData("0.1", "0.10000001", Verdict.Wrong)]
    [InlineData("18", "19", Verdict.Wrong)]
    [InlineData("1000", "1,00", Verdict.Wrong)]
    [InlineData("5", "1/0", Verdict.Unknown)]
    [InlineData("5", "five", Verdict.Correct)]
    [InlineData("5", "x = 5", Verdict.Correct)]
    [InlineData("Paris", "\\text{paris}", Verdict.Correct)]
    [InlineData("Paris", "London", Verdict.Wrong)]
    [InlineData("A", "(A)", Verdict.Correct)]
    [InlineData("A", "a", Verdict.Wrong)]
    [InlineData("x^2 + 1", "$x^2  + 1$", Verdict.Correct)]
    [InlineData("x^2 + 1", "1 + x^2", Verdict.Correct)]
    [InlineData("She sells 9 eggs.\n#### 18", "18", Verdict.Correct)]
    [InlineData("so it is \\boxed{\\frac{1}{2}}", "0.5", Verdict.Correct)]
    public void Answers_are_compared(string gold, string answer, Verdict verdict) =>
        Assert.Equal(verdict, AnswerVerification.Verify(gold, answer).Verdict);

    [Theory]
    [InlineData("Think.\nAnswer: 12 apples\nbye", "12 apples")]
    [InlineData("a \\boxed{1} b \\boxed{\\frac{1}{2}} c", "\\frac{1}{2}")]
    [InlineData("a \\boxed{1} b \\boxed{2", "1")]
    [InlineData("work\n#### 1,234", "1,234")]
    [InlineData("x + 1", "x + 1")]
    [InlineData("The total that she pays is $18.50.", "18.50")]
    [InlineData("It goes from 3 to\nabout -4 degrees", "-4")]
    [InlineData("First line\nParis", "Paris")]
    [InlineData("   ", null)]
    public void Answers_are_extracted(string response, string? answer) => Assert.Equal(answer, TextAnswerChecker.Instance.Extract(response));

    [Fact]
    public void A_countdown_pair_is_verified_by_its_family()
    {
        var meta = JsonDocument.Parse("""{"numbers":[25,14,7,32],"target":45}""").RootElement;
        var verdict = AnswerVerification.Verify("45", "Let us see.\nAnswer: (25 - 14) * 7 - 32", kind: "countdown", meta: meta);
        Assert.Equal((Verdict.Correct, "countdown-expression"), (verdict.Verdict, verdict.Rule));
        const string statement = "Using the numbers 3, 4, each at most once, and the operations + - * /, make 12.";
        Assert.Equal(Verdict.Correct, AnswerVerification.Verify("12", "3*4", statement, "countdown").Verdict);
        Assert.Equal(Verdict.Unknown, AnswerVerification.Verify("12", "3*4", kind: "countdown").Verdict);
        Assert.Equal("no answer is stated", AnswerVerification.Verify("12", "who knows", statement, "countdown").Reason);
    }

    [Fact]
    public void Versions_are_stated()
    {
        Assert.Equal("countdown/1", AnswerCheckers.ForKind("countdown").Version);
        Assert.Equal("arithmetic/1", AnswerCheckers.ForKind("arithmetic").Version);
        Assert.Equal("text/3", AnswerCheckers.ForKind(null).Version);
        Assert.Equal("text/3", AnswerCheckers.ForKind("no such kind").Version);
    }

    [Fact]
    public void Hostile_texts_end_quickly()
    {
        string[] texts =
        [
            new('9', 100_000), new('(', 100_000), "1e999999999", "1e1000", $"{new string('9', 900)}/{new string('7', 90)}", "\ud800\udc00\ud800", new(',', 100_000),
            string.Concat(Enumerable.Repeat("$\\text{", 1000)), string.Concat(Enumerable.Repeat("\\boxed{", 100_000)), new('.', 9_000), new('$', 9_000),
            Nested(5, 6), Nested(5, 7), string.Concat(Enumerable.Repeat("(", 40)) + "x+1" + string.Concat(Enumerable.Repeat(")^2", 40)), $"\\sqrt{{{new string('7', 999)}}}",
            string.Concat(Enumerable.Repeat("answer is ", 100_000)), string.Concat(Enumerable.Repeat("$a$ ", 100_000)), string.Concat(Enumerable.Repeat("```{", 10_000)),
        ];
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var gold in texts)
        {
            foreach (var answer in texts)
            {
                Assert.False(string.IsNullOrEmpty(AnswerVerification.Verify(gold, answer).Rule));
            }
        }

        // A quarter of a second for each is what is promised; on a free machine all take three seconds.
        var limit = TimeSpan.FromSeconds(0.25 * texts.Length * texts.Length);
        Assert.True(watch.Elapsed < limit, $"took {watch.Elapsed}");
    }

    private static string Nested(int depth, int last) =>
        depth == 0 ? last.ToString() : $"\\{{{Nested(depth - 1, 1)},{Nested(depth - 1, 2)},{Nested(depth - 1, last)}\\}}";
}
