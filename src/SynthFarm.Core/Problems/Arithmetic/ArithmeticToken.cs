using System.Globalization;

namespace SynthFarm.Core.Problems.Arithmetic;

/// <summary>A number, an operator (<c>+ - *</c>) or a parenthesis of an expression.</summary>
/// <param name="Symbol">The operator or parenthesis; <see cref="Number"/> for a number.</param>
/// <param name="Value">The number's value; 0 otherwise.</param>
internal readonly record struct ArithmeticToken(char Symbol, long Value)
{
    public const char Number = 'n';

    public bool IsNumber => Symbol == Number;

    public bool IsOperator => Symbol is '+' or '-' or '*';

    public static ArithmeticToken OfNumber(long value) => new(Number, value);

    public override string ToString() => IsNumber ? Value.ToString(CultureInfo.InvariantCulture) : Symbol.ToString();
}
