namespace SynthFarm.Core.Problems.Countdown;

/// <summary>An expression over integers and + - * /, as stated in an answer.</summary>
internal sealed class CountdownExpression
{
    private CountdownExpression(char symbol, long value, CountdownExpression? left, CountdownExpression? right)
    {
        Symbol = symbol;
        Value = value;
        Left = left;
        Right = right;
    }

    /// <summary>The operator, or <c>n</c> for a number.</summary>
    public char Symbol { get; }

    /// <summary>The number, where this is one.</summary>
    public long Value { get; }

    public CountdownExpression? Left { get; }

    public CountdownExpression? Right { get; }

    public bool IsNumber => Left is null || Right is null;

    public static CountdownExpression OfNumber(long value) => new('n', value, null, null);

    public static CountdownExpression OfOperation(CountdownExpression left, char symbol, CountdownExpression right) =>
        new(symbol, 0, left, right);

    /// <summary>The numbers from left to right.</summary>
    public void AddNumbersTo(List<long> numbers)
    {
        if (IsNumber)
        {
            numbers.Add(Value);
            return;
        }

        Left!.AddNumbersTo(numbers);
        Right!.AddNumbersTo(numbers);
    }

    /// <summary>Evaluates by the rules of countdown.</summary>
    /// <param name="value">The value, when every intermediate is a positive integer.</param>
    /// <param name="broken">The first operation that breaks a rule.</param>
    public bool TryEvaluate(out long value, out BrokenRule broken)
    {
        if (IsNumber)
        {
            (value, broken) = (Value, default);
            return true;
        }

        value = 0;
        return Left!.TryEvaluate(out var left, out broken)
            && Right!.TryEvaluate(out var right, out broken)
            && CountdownRules.TryApply(left, Symbol, right, out value, out broken);
    }
}
