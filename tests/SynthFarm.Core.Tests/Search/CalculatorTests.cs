using SynthFarm.Core.Search.MctsG;

namespace SynthFarm.Core.Tests.Search;

public class CalculatorTests
{
    [Theory]
    [InlineData("25 - 14 = 12; left: 12, 7, 32")]
    [InlineData("First: 2 × (3 + 4) = 15.")]
    [InlineData("1 + 1 = 2 = 3")]
    [InlineData("10 / 3 = 3")]
    [InlineData("10 / 4 = 2.6")]
    [InlineData("right\n3 * 3 = 6\nright")]
    [InlineData("-3 - -4 = 7")]
    [InlineData("So: $3 + 4 = 8$.")]
    [InlineData("25 - 14 = 11, 11 + 3 = 15")]
    public void False_equations_are_found(string step) => Assert.True(Calculator.FindsError(step));

    [Theory]
    [InlineData("25 - 14 = 11; left: 11, 7, 32")]
    [InlineData("10 / 3 = 3.33")]
    [InlineData("2 × (3 + 4) = 14.")]
    [InlineData("x + 2 = 7")]
    [InlineData("sin 30 + 2 = 9")]
    [InlineData("1,200 + 1 = 1,201")]
    [InlineData("7 = 7 apples")]
    [InlineData("1 / 0 = 4")]
    [InlineData("= 4")]
    [InlineData("2 + = 4")]
    [InlineData("(1 + 1 = 3")]
    [InlineData("3 * $4 = 12")]
    [InlineData("Total: $5 + $3 = 8")]
    [InlineData("20% of $50 = 10")]
    [InlineData("- 25 - 14 = 11")]
    [InlineData("The GCD of 12, 18 = 6")]
    [InlineData("3 : 4 = 6 : 8")]
    [InlineData("$3 + 4 = 7$")]
    [InlineData("")]
    public void What_holds_or_cannot_be_read_is_let_through(string step) => Assert.False(Calculator.FindsError(step));

    [Fact]
    public void Deep_nesting_and_long_numbers_are_not_read()
    {
        Assert.False(Calculator.FindsError(new string('(', 1000) + "1" + new string(')', 1000) + " = 2"));
        Assert.False(Calculator.FindsError(new string('9', 100) + " = 2"));
        Assert.False(Calculator.FindsError(string.Concat(Enumerable.Repeat("1 + 1 = 3\n", 1000))));
    }
}
