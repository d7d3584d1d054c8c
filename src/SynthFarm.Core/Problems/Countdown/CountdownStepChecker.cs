using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems.Steps;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Problems.Countdown;

/// <summary>
/// Judges a countdown step and names what is wrong with it. The path is replayed with what it says: after a wrong step the numbers it states
/// are the ones later steps are judged by, so that one error is reported once.
/// </summary>
/// <remarks>
/// A step that is right in itself is a dead end when the target cannot be made from the numbers it leaves, also when that was already so
/// before it: the finding says whether the prefix that ends with the step can still reach the goal, which is what Monte-Carlo labels
/// estimate. Numbers left may be stated in any order. An answer is judged by the answer checker alone.
/// </remarks>
internal sealed class CountdownStepChecker(IAnswerChecker answers) : IStepChecker
{
    public string Version => "countdown/1";

    public StepFinding Check(Problem problem, IReadOnlyList<string> path, string step)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(step);
        if (CountdownTask.Read(problem) is not { } task)
        {
            return new StepFinding(StepErrorKind.Undecided, "the problem does not give numbers and a target");
        }

        if (StepAnswer.IsAnswer(step))
        {
            return StepAnswer.Judge(answers, problem, step);
        }

        if (OperationLineReader.Read(step) is not { } line)
        {
            return new StepFinding(StepErrorKind.Unreadable, $"{QuotedText.Of(step.AsSpan().Trim())} is neither an operation nor an answer");
        }

        var left = new CountdownState(task.Numbers);
        foreach (var text in path)
        {
            left.Follow(text);
        }

        return Operation(left, line) ?? Bookkeeping(left, line) ?? Oracle(left, line, task.Target);
    }

    private static StepFinding? Operation(CountdownState left, OperationLine line)
    {
        var isAllowed = CountdownRules.TryApply(line.Left, line.Symbol, line.Right, out var result, out var broken);
        if (isAllowed && result != line.Result)
        {
            return new StepFinding(StepErrorKind.ArithmeticSlip, $"{line.Operation} is {result}, not {line.Result}");
        }

        if (left.Missing(line) is { } missing)
        {
            return new StepFinding(StepErrorKind.NumberNotAvailable, missing);
        }

        return isAllowed ? null : new StepFinding(broken.IsUndecided ? StepErrorKind.Undecided : StepErrorKind.NotAllowed, broken.Reason);
    }

    private static StepFinding? Bookkeeping(CountdownState left, OperationLine line)
    {
        var expected = left.After(line);
        if (line.Remaining is null)
        {
            return new StepFinding(
                StepErrorKind.WrongBookkeeping,
                $"after {line.Operation} the numbers left are {CountdownRules.Join(expected)}, which the step does not say");
        }

        return expected.Order().SequenceEqual(line.Remaining.Order())
            ? null
            : new StepFinding(
                StepErrorKind.WrongBookkeeping,
                $"after {line.Operation} the numbers left are {CountdownRules.Join(expected)}, not {CountdownRules.Join(line.Remaining)}");
    }

    private static StepFinding Oracle(CountdownState left, OperationLine line, int target)
    {
        left.Follow(line);
        Span<long> numbers = stackalloc long[left.Numbers.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = left.Numbers[i];
        }

        return CountdownReachability.Decide(numbers, target) switch
        {
            true => StepFinding.Right,
            false => new StepFinding(StepErrorKind.DeadEnd, $"{target} cannot be reached from {CountdownRules.Join(left.Numbers)}"),
            null => new StepFinding(
                StepErrorKind.Undecided, $"whether {target} can be reached from {CountdownRules.Join(left.Numbers)} was not decided"),
        };
    }
}
