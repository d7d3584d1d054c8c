using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Problems.Countdown;

/// <summary>
/// Decides whether an answer is an expression that makes the target: each number at most as often as given, every intermediate a positive
/// integer. The gold answer is the target; any expression that makes it is correct.
/// </summary>
/// <remarks>
/// Text that is no expression is unknown. A readable answer that breaks a rule is wrong, and so is the bare target: it does not tell how
/// to make it.
/// </remarks>
internal sealed class CountdownAnswerChecker : IAnswerChecker
{
    private const string Rule = "countdown-expression";

    public string Version => "countdown/1";

    /// <summary>
    /// What follows the last <c>Answer:</c>, else the last box, else the text itself where it is one line without a line break and reads as
    /// an expression.
    /// </summary>
    public string? Extract(string response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if ((AnswerExtraction.AfterMarker(response) ?? AnswerExtraction.LastBoxed(response)) is { } stated)
        {
            return stated;
        }

        return response.AsSpan().ContainsAny('\r', '\n') || !CountdownExpressionReader.Read(response).IsReadable ? null : response.Trim();
    }

    public AnswerVerdict Check(Problem problem, string answer)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(answer);
        if (CountdownTask.Read(problem) is not { } task)
        {
            return new AnswerVerdict(Verdict.Unknown, "the problem does not give numbers and a target", Rule);
        }

        var text = CountdownExpressionReader.Read(answer);
        if (text.Expression is not { } expression)
        {
            return new AnswerVerdict(text.IsReadable ? Verdict.Wrong : Verdict.Unknown, text.Reason, Rule);
        }

        var (verdict, reason) = Judge(task, expression, text.StatedValue);
        return new AnswerVerdict(verdict, reason, Rule, CountdownCanonicalForm.Of(expression));
    }

    private static (Verdict Verdict, string Reason) Judge(CountdownTask task, CountdownExpression expression, long? stated)
    {
        if (expression.IsNumber && expression.Value == task.Target && !task.Numbers.Contains(task.Target))
        {
            return (Verdict.Wrong, $"{expression.Value} states the target, not how to make it");
        }

        if (Unavailable(task, expression) is { } reason)
        {
            return (Verdict.Wrong, reason);
        }

        if (!expression.TryEvaluate(out var value, out var broken))
        {
            return (broken.IsUndecided ? Verdict.Unknown : Verdict.Wrong, broken.Reason);
        }

        if (value != task.Target)
        {
            return (Verdict.Wrong, $"the expression makes {value}, not {task.Target}");
        }

        return stated is { } said && said != value
            ? (Verdict.Wrong, $"the expression makes {value}, but the answer says {said}")
            : (Verdict.Correct, $"the expression makes {value}");
    }

    private static string? Unavailable(CountdownTask task, CountdownExpression expression)
    {
        var used = new List<long>();
        expression.AddNumbersTo(used);
        foreach (var number in used)
        {
            var given = task.Numbers.Count(n => n == number);
            if (given == 0)
            {
                return $"{number} is not among {string.Join(", ", task.Numbers)}";
            }

            var times = used.Count(n => n == number);
            if (times > given)
            {
                return $"{number} is used {times} times and given {(given == 1 ? "once" : $"{given} times")}";
            }
        }

        return null;
    }
}
