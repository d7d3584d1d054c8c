using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems.Steps;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Problems.Arithmetic;

/// <summary>
/// Judges a step of an evaluation and names what is wrong with it. Any order that leaves the value as it is may be taken, and the operands
/// of + and * may be swapped. The path is replayed with the results it states, so that one error is reported once.
/// </summary>
/// <remarks>
/// A dead end is a step that is right in itself after an earlier one was wrong, when the results stated so far no longer lead to the
/// answer. Where the same operation stands in an expression twice, every way to read the path is followed (up to 32).
/// </remarks>
internal sealed class ArithmeticStepChecker(IAnswerChecker answers) : IStepChecker
{
    public string Version => "arithmetic/2";

    public StepFinding Check(Problem problem, IReadOnlyList<string> path, string step)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(step);
        if (ArithmeticExpressionReader.ReadStatement(problem.Statement) is not { } expression)
        {
            return new StepFinding(StepErrorKind.Undecided, "the statement does not hold an expression");
        }

        if (StepAnswer.IsAnswer(step))
        {
            return StepAnswer.Judge(answers, problem, step);
        }

        if (OperationLineReader.Read(step) is not { Remaining: null } line)
        {
            return new StepFinding(StepErrorKind.Unreadable, $"{QuotedText.Of(step.AsSpan().Trim())} is neither an operation nor an answer");
        }

        var state = new ArithmeticState(expression);
        foreach (var text in path)
        {
            if (OperationLineReader.Read(text) is { Remaining: null } before)
            {
                state = state.Follow(before) ?? state;
            }
        }

        return Slip(line) ?? (state.Follow(line) is { } after ? Oracle(expression, after) : Misplaced(state.Expressions[0], line));
    }

    private static StepFinding? Slip(OperationLine line)
    {
        if (line.Symbol == '/')
        {
            return null;
        }

        return ArithmeticExpression.Apply(line.Left, line.Symbol, line.Right) is { } result && result != line.Result
            ? new StepFinding(StepErrorKind.ArithmeticSlip, $"{line.Operation} is {result}, not {line.Result}")
            : null;
    }

    private static StepFinding Misplaced(ArithmeticExpression expression, OperationLine line)
    {
        foreach (var operand in (ReadOnlySpan<long>)[line.Left, line.Right])
        {
            if (!expression.Tokens.Contains(ArithmeticToken.OfNumber(operand)))
            {
                return new StepFinding(StepErrorKind.NumberNotAvailable, $"{operand} is not a number in {expression}");
            }
        }

        if (!expression.Tokens.Contains(new ArithmeticToken(line.Symbol, 0)))
        {
            return new StepFinding(StepErrorKind.NotAllowed, $"there is no {line.Symbol} in {expression}");
        }

        var stands = Enumerable.Range(0, expression.Tokens.Length).Any(i => ArithmeticState.Matches(expression, i, line));
        return new StepFinding(
            StepErrorKind.WrongOrder,
            stands ? $"in {expression} another operation comes before {line.Operation}" : $"{line.Operation} is not an operation in {expression}");
    }

    private static StepFinding Oracle(ArithmeticExpression statement, ArithmeticState after)
    {
        var value = statement.Value();
        return value is null || after.Expressions.Any(expression => expression.Value() == value)
            ? StepFinding.Right
            : new StepFinding(StepErrorKind.DeadEnd, $"the result can no longer be {value}");
    }
}
