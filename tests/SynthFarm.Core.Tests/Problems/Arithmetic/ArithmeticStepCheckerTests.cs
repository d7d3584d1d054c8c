using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Tests.Problems.Arithmetic;

public class ArithmeticStepCheckerTests
{
    private const string Statement = "Compute 37 + 4 * (12 - 5) - 9.";

    [Theory]
    [InlineData("", "12 - 5 = 7", StepErrorKind.None, "")]
    [InlineData("12 - 5 = 7", "7 * 4 = 28", StepErrorKind.None, "")]
    [InlineData("12 - 5 = 7|4 * 7 = 28", "28 - 9 = 19", StepErrorKind.None, "")]
    [InlineData("", "12 - 5 = 8", StepErrorKind.ArithmeticSlip, "12 - 5 is 7, not 8")]
    [InlineData("", "12 - 6 = 6", StepErrorKind.NumberNotAvailable, "6 is not a number in 37 + 4 * (12 - 5) - 9")]
    [InlineData("12 - 5 = 7", "12 + 9 = 21", StepErrorKind.NumberNotAvailable, "12 is not a number in 37 + 4 * 7 - 9")]
    [InlineData("", "12 / 4 = 3", StepErrorKind.NotAllowed, "there is no / in 37 + 4 * (12 - 5) - 9")]
    [InlineData("", "37 + 4 = 41", StepErrorKind.WrongOrder, "in 37 + 4 * (12 - 5) - 9 another operation comes before 37 + 4")]
    [InlineData("12 - 5 = 7", "7 - 9 = -2", StepErrorKind.WrongOrder, "in 37 + 4 * 7 - 9 another operation comes before 7 - 9")]
    [InlineData("", "5 - 12 = -7", StepErrorKind.WrongOrder, "5 - 12 is not an operation in 37 + 4 * (12 - 5) - 9")]
    [InlineData("12 - 5 = 8", "4 * 8 = 32", StepErrorKind.DeadEnd, "the result can no longer be 56")]
    [InlineData("12 - 5 = 8", "4 * 7 = 28", StepErrorKind.NumberNotAvailable, "7 is not a number in 37 + 4 * 8 - 9")]
    [InlineData("37 + 4 = 41", "12 - 5 = 7", StepErrorKind.None, "")]
    [InlineData("", "Answer: 56", StepErrorKind.None, "")]
    [InlineData("", "Answer: 55", StepErrorKind.WrongAnswer, "the answer is 56, not 55")]
    [InlineData("", "Answer: many", StepErrorKind.Unreadable, "'many' is not a number")]
    [InlineData("", "12 - 5 = 7; left: 7", StepErrorKind.Unreadable, "'12 - 5 = 7; left: 7' is neither an operation nor an answer")]
    [InlineData("", "12 minus 5 is 7", StepErrorKind.Unreadable, "'12 minus 5 is 7' is neither an operation nor an answer")]
    public void Steps_are_judged_and_errors_are_named(string path, string step, StepErrorKind error, string reason)
    {
        var problem = Problem.Create(new ProblemFields { Statement = Statement, Answer = "56", Kind = "arithmetic" });
        var before = path.Length == 0 ? [] : path.Split('|');
        Assert.Equal(new StepFinding(error, reason), ProblemFamilies.Arithmetic.Steps.Check(problem, before, step));
    }

    [Theory]
    [InlineData("9 - 4 + 3", "", "4 + 3 = 7", false)] // would turn 9 - 4 + 3 into 9 - 7
    [InlineData("9 + 4 + 3", "", "4 + 3 = 7", true)]
    [InlineData("9 + 4 - 3", "", "4 - 3 = 1", true)]
    [InlineData("2 * 3 * 4", "", "3 * 4 = 12", true)]
    [InlineData("2 * 3 * 4", "", "4 * 2 = 8", true)]
    [InlineData("2 * (3 + 1) * 4", "", "2 * 4 = 8", true)]
    [InlineData("2 * 3 + 4", "", "2 * 4 = 8", false)]
    [InlineData("2 * 3 + 4", "", "3 + 4 = 7", false)]
    [InlineData("9 - 4 - 2", "", "9 - 2 = 7", true)]
    [InlineData("9 - 4 - 2", "", "4 - 2 = 2", false)]
    [InlineData("9 - 4 + 3", "", "9 + 3 = 12", true)]
    [InlineData("9 - 4 + 3", "", "3 - 4 = -1", true)]
    [InlineData("9 - 4 + 3", "", "4 - 3 = 1", false)]
    [InlineData("9 - 4 * 5 + 3", "", "9 + 3 = 12", true)]
    [InlineData("9 - (4 + 3) + 2", "", "9 + 2 = 11", true)]
    [InlineData("9 - (4 + 3)", "", "9 + 3 = 12", false)]
    [InlineData("9 - (4 + 3)", "", "9 - 3 = 6", false)]
    [InlineData("9 - (7 - 4 - 2) * 3", "7 - 2 = 5", "5 - 4 = 1", true)]
    [InlineData("(9 - 4 + 3) * 2", "9 + 3 = 12|12 - 4 = 8", "8 * 2 = 16", true)]
    [InlineData("9 - 2 * 3", "", "2 * 3 = 6", true)]
    [InlineData("1 + 2 * 3", "", "1 + 2 = 3", false)]
    [InlineData("(1 + 2) * 5 - (1 + 2) * 4", "1 + 2 = 3", "3 * 4 = 12", true)] // the second of the two may have been meant
    [InlineData("(1 + 2) * 5 - (1 + 2) * 4", "1 + 2 = 3", "3 * 5 = 15", true)]
    [InlineData("(1 + 2) * 5 - (1 + 2) * 4", "1 + 2 = 3|3 * 5 = 15", "3 * 4 = 12", false)]
    public void Any_order_that_keeps_the_value_is_right(string expression, string path, string step, bool isRight)
    {
        var statement = $"Compute {expression}.";
        var answer = SynthFarm.Core.Problems.Arithmetic.ArithmeticExpressionReader.ReadStatement(statement)!.Value()!.Value.ToString();
        var problem = Problem.Create(new ProblemFields { Statement = statement, Answer = answer, Kind = "arithmetic" });
        var finding = ProblemFamilies.Arithmetic.Steps.Check(problem, path.Length == 0 ? [] : path.Split('|'), step);
        Assert.Equal(isRight, finding.Error == StepErrorKind.None);
    }

    [Theory]
    [InlineData("Compute 1 + .", "2", "problem")]
    [InlineData("What is 1 + 1?", "2", "problem")]
    [InlineData("Compute 1 + 1.", "two", "answer")]
    [InlineData("Compute 1 + 1.", "3", "answer")]
    [InlineData("Compute 1 + 1.", "2", null)]
    [InlineData("Compute ((1) + (1)).", "2", null)]
    [InlineData("Compute 1 / 1.", "1", "problem")]
    [InlineData("Compute ().", "1", "problem")]
    [InlineData("Compute (1 + 1.", "2", "problem")]
    public void Faults_name_the_field(string statement, string answer, string? field)
    {
        var problem = Problem.Create(new ProblemFields { Statement = statement, Answer = answer, Kind = "arithmetic" });
        Assert.Equal(field, ProblemFamilies.Arithmetic.Validate(problem) is [var fault] ? fault.Field : null);
    }
}
