using SynthFarm.Core.Problems;
using SynthFarm.Core.Problems.Countdown;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Tests.Problems.Countdown;

public class CountdownStepCheckerTests
{
    private static readonly Problem Problem = new CountdownTask([25, 14, 7, 32], 45).ToProblem(); // (25 - 14) * 7 - 32

    [Theory]
    [InlineData("", "25 - 14 = 11; left: 11, 7, 32\n", StepErrorKind.None, "")]
    [InlineData("", "25-14=11;left:32,11,7", StepErrorKind.None, "")]
    [InlineData("", "  25 − 14  = 11 ;  Left : 11 , 7 , 32  \r\n", StepErrorKind.None, "")]
    [InlineData("25 - 14 = 11; left: 11, 7, 32", "7 × 11 = 77; left: 77, 32", StepErrorKind.None, "")]
    [InlineData("", "25 - 14 = 12; left: 12, 7, 32", StepErrorKind.ArithmeticSlip, "25 - 14 is 11, not 12")]
    [InlineData("", "25 - 9 = 16; left: 16, 14, 7, 32", StepErrorKind.NumberNotAvailable, "9 is not among 25, 14, 7, 32")]
    [InlineData("", "7 + 7 = 14; left: 14, 25, 14, 32", StepErrorKind.NumberNotAvailable, "7 is only once among 25, 14, 7, 32")]
    [InlineData("25 - 14 = 11; left: 11, 7, 32", "25 - 7 = 18; left: 18, 11, 32", StepErrorKind.NumberNotAvailable, "25 is not among 11, 7, 32")]
    [InlineData("", "7 - 25 = 18; left: 18, 14, 32", StepErrorKind.NotAllowed, "7 - 25 is negative")]
    [InlineData("", "25 / 14 = 1; left: 1, 7, 32", StepErrorKind.NotAllowed, "25 / 14 is not a whole number")]
    [InlineData("", "25 - 14 = 11; left: 11, 7", StepErrorKind.WrongBookkeeping, "after 25 - 14 the numbers left are 11, 7, 32, not 11, 7")]
    [InlineData("", "25 - 14 = 11; left:", StepErrorKind.WrongBookkeeping, "after 25 - 14 the numbers left are 11, 7, 32, not none")]
    [InlineData("", "25 - 14 = 11", StepErrorKind.WrongBookkeeping, "after 25 - 14 the numbers left are 11, 7, 32, which the step does not say")]
    [InlineData("25 - 14 = 11; left: 11, 7, 32", "11 + 7 = 18; left: 18, 32", StepErrorKind.DeadEnd, "45 cannot be reached from 18, 32")]
    [InlineData("25 - 14 = 11; left: 11, 7, 32|11 + 7 = 18; left: 18, 32", "32 - 18 = 14; left: 14", StepErrorKind.DeadEnd, "45 cannot be reached from 14")]
    [InlineData("", "Answer: (25 - 14) * 7 - 32", StepErrorKind.None, "")]
    [InlineData("", "Answer: (25 - 14) * 7", StepErrorKind.WrongAnswer, "the expression makes 77, not 45")]
    [InlineData("", "Answer: 45", StepErrorKind.WrongAnswer, "45 states the target, not how to make it")]
    [InlineData("", "Answer: (25 - 14", StepErrorKind.Unreadable, "a bracket is not closed")]
    [InlineData("", "Answer:", StepErrorKind.Unreadable, "the answer is empty")]
    [InlineData("", "25 - 14 = ", StepErrorKind.Unreadable, "'25 - 14 =' is neither an operation nor an answer")]
    [InlineData("", "25 - 14 = 11; left: 11, 7, 32\n11 * 7 = 77; left: 77, 32\n", StepErrorKind.Unreadable, "'25 - 14 = 11; left: 11, 7, 32\\u{a}11 * 7 = 7...' is neither an operation nor an answer")]
    [InlineData("", "", StepErrorKind.Unreadable, "'' is neither an operation nor an answer")]
    public void Steps_are_judged_and_errors_are_named(string path, string step, StepErrorKind error, string reason)
    {
        var before = path.Length == 0 ? [] : path.Split('|');
        Assert.Equal(new StepFinding(error, reason), ProblemFamilies.Countdown.Steps.Check(Problem, before, step));
    }

    [Fact]
    public void After_a_wrong_step_the_stated_numbers_hold()
    {
        string[] path = ["25 - 14 = 13; left: 13, 7, 32\n"];
        Assert.Equal(StepFinding.Right, ProblemFamilies.Countdown.Steps.Check(Problem, path, "13 + 32 = 45; left: 45, 7\n"));
        Assert.Equal(
            new StepFinding(StepErrorKind.NumberNotAvailable, "11 is not among 13, 7, 32"),
            ProblemFamilies.Countdown.Steps.Check(Problem, path, "11 * 7 = 77; left: 77, 32\n"));
        Assert.Equal(
            new StepFinding(StepErrorKind.WrongAnswer, "the expression makes 43, not 45"),
            ProblemFamilies.Countdown.Steps.Check(Problem, [.. path, "13 + 32 = 45; left: 45, 7\n"], "Answer: (25 - 14) + 32"));
    }

    [Fact]
    public void Unreadable_steps_leave_the_numbers_as_they_are()
    {
        Assert.Equal(StepFinding.Right, ProblemFamilies.Countdown.Steps.Check(Problem, ["hm", ""], "25 - 14 = 11; left: 11, 7, 32\n"));
    }

    [Fact]
    public void A_problem_without_numbers_is_undecided()
    {
        var problem = Problem.Create(new ProblemFields { Statement = "Make 13.", Answer = "13", Kind = "countdown" });
        Assert.Equal(StepErrorKind.Undecided, ProblemFamilies.Countdown.Steps.Check(problem, [], "25 - 14 = 11; left: 11, 7, 32\n").Error);
    }

    [Fact]
    public void A_path_that_states_too_many_numbers_is_undecided_not_endless()
    {
        var list = string.Join(", ", Enumerable.Range(101, 60));
        var step = $"25 - 14 = 11; left: 11, {list}";
        var finding = ProblemFamilies.Countdown.Steps.Check(Problem, [step], $"11 + 101 = 112; left: 112, {string.Join(", ", Enumerable.Range(102, 59))}");
        Assert.Equal(StepErrorKind.Undecided, finding.Error);
    }
}
