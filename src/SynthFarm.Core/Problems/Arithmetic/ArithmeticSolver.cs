using System.Globalization;

namespace SynthFarm.Core.Problems.Arithmetic;

/// <summary>
/// Evaluates an expression in the usual order, one operation a line: <c>12 - 5 = 7</c>, then <c>4 * 7 = 28</c>, and so on, and last
/// <c>Answer: 56</c> without a line break.
/// </summary>
public static class ArithmeticSolver
{
    /// <summary>The step texts for a statement <c>Compute ... .</c>; null when the statement is none or a result exceeds 63 bits.</summary>
    public static IReadOnlyList<string>? Solve(string statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        if (ArithmeticExpressionReader.ReadStatement(statement) is not { } expression)
        {
            return null;
        }

        var steps = new List<string>();
        while (!expression.IsNumber)
        {
            var next = expression.NextOperator();
            if (expression.Evaluate(next) is not { } result)
            {
                return null;
            }

            var tokens = expression.Tokens;
            steps.Add(string.Create(CultureInfo.InvariantCulture, $"{tokens[next - 1]} {tokens[next]} {tokens[next + 1]} = {result}\n"));
            expression = expression.Replace(next, result);
        }

        steps.Add($"Answer: {expression}");
        return steps;
    }
}
