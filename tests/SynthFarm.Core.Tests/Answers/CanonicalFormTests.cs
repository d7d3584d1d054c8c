using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Tests.Answers;

public class CanonicalFormTests
{
    [Theory]
    [InlineData("12", "x = 7", "7")]
    [InlineData("12", "\\frac{14}{4}", "7/2")]
    [InlineData("12", "7 apples", "7")]
    [InlineData("12", "2^{1000000}", "2^{1000000}")]
    [InlineData("\\frac{7}{2}", "3.5", "7/2")]
    [InlineData("(x+1)^2", "x^2 + 2x + 1", "(x+1)^2")]
    [InlineData("Paris", "\\text{London}", "london")]
    public void Votes_are_counted_over_values(string gold, string answer, string canonical) =>
        Assert.Equal(canonical, AnswerEquivalence.Compare(gold, answer).Canonical);
}
