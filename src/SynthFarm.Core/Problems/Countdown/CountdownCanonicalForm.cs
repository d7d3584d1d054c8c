using System.Globalization;

namespace SynthFarm.Core.Problems.Countdown;

/// <summary>
/// The form in which countdown answers are counted as votes: the operands of nested sums and of nested products are put in one list and
/// sorted (numbers first, by value, then compound operands by text), and parentheses stand only where this tree needs them.
/// <c>7 * (25 - 14)</c> and <c>(25-14)×7</c> are one vote. The form is itself an answer of the same value, and its own canonical form.
/// </summary>
internal static class CountdownCanonicalForm
{
    private const int Sum = 1;
    private const int Product = 2;
    private const int Number = 3;

    public static string Of(CountdownExpression expression) => Render(expression).Text;

    private static Part Render(CountdownExpression expression)
    {
        if (expression.IsNumber)
        {
            return new Part(expression.Value.ToString(CultureInfo.InvariantCulture), Number, expression.Value);
        }

        var precedence = expression.Symbol is '+' or '-' ? Sum : Product;
        if (expression.Symbol is '+' or '*')
        {
            var operands = new List<Part>();
            Flatten(expression, expression.Symbol, operands);
            operands.Sort(Part.Compare);
            var text = operands.Select((operand, i) => i == 0 ? operand.In(precedence) : operand.In(precedence + 1));
            return new Part(string.Join($" {expression.Symbol} ", text), precedence, 0);
        }

        var (left, right) = (Render(expression.Left!), Render(expression.Right!));
        return new Part($"{left.In(precedence)} {expression.Symbol} {right.In(precedence + 1)}", precedence, 0);
    }

    private static void Flatten(CountdownExpression expression, char symbol, List<Part> operands)
    {
        if (expression.Symbol == symbol)
        {
            Flatten(expression.Left!, symbol, operands);
            Flatten(expression.Right!, symbol, operands);
        }
        else
        {
            operands.Add(Render(expression));
        }
    }

    private readonly record struct Part(string Text, int Precedence, long Value)
    {
        public string In(int precedence) => Precedence >= precedence ? Text : $"({Text})";

        public static int Compare(Part x, Part y) => (x.Precedence == Number, y.Precedence == Number) switch
        {
            (true, true) => x.Value.CompareTo(y.Value),
            (false, false) => string.CompareOrdinal(x.Text, y.Text),
            (true, false) => -1,
            _ => 1,
        };
    }
}
