using System.Globalization;
using System.Text;

namespace SynthFarm.Core.Problems.Countdown;

/// <summary>Writes the operations of a solution as step texts, the format the policy is trained on.</summary>
/// <remarks>
/// One operation a line, <c>25 - 14 = 11; left: 11, 7, 32</c>: the numbers left are the new result, then the others in the order they stood
/// before. The last step is <c>Answer: (25 - 14) * 7</c>, without a line break; compound operands are in parentheses.
/// </remarks>
public static class CountdownSolution
{
    /// <summary>The step texts of a solution.</summary>
    /// <param name="numbers">The numbers in the order of the statement.</param>
    /// <param name="operations">The operations, each on the list the one before left.</param>
    public static IReadOnlyList<string> Write(IReadOnlyList<int> numbers, ReadOnlySpan<CountdownOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var left = new List<Term>(numbers.Count);
        foreach (var number in numbers)
        {
            left.Add(new Term(number, number.ToString(CultureInfo.InvariantCulture), false));
        }

        var steps = new string[operations.Length + 1];
        var line = new StringBuilder(64);
        for (var i = 0; i < operations.Length; i++)
        {
            var operation = operations[i];
            var (a, b) = (left[operation.First], left[operation.Second]);
            var (x, y) = operation.Swapped ? (b, a) : (a, b);
            left.RemoveAt(operation.Second);
            left.RemoveAt(operation.First);
            left.Insert(0, new Term(operation.Result, $"{x.AsOperand} {operation.Symbol} {y.AsOperand}", true));
            line.Clear().Append(CultureInfo.InvariantCulture, $"{x.Value} {operation.Symbol} {y.Value} = {operation.Result}; left: ");
            for (var k = 0; k < left.Count; k++)
            {
                line.Append(k == 0 ? "" : ", ").Append(left[k].Value);
            }

            steps[i] = line.Append('\n').ToString();
        }

        steps[^1] = $"Answer: {left[0].Text}";
        return steps;
    }

    private readonly record struct Term(int Value, string Text, bool IsCompound)
    {
        public string AsOperand => IsCompound ? $"({Text})" : Text;
    }
}
