namespace SynthFarm.Core.Problems.Countdown;

/// <summary>What an operation gives in countdown: only positive integers are allowed.</summary>
internal static class CountdownRules
{
    /// <summary>Applies an operation; false when its result is not allowed, or lies beyond 63 bits.</summary>
    public static bool TryApply(long left, char symbol, long right, out long result, out BrokenRule broken)
    {
        result = 0;
        broken = default;
        switch (symbol)
        {
            case '/' when right == 0:
                broken = new BrokenRule($"{left} / 0 has no value", false);
                return false;
            case '/' when left % right != 0:
                broken = new BrokenRule($"{left} / {right} is not a whole number", false);
                return false;
        }

        var exact = symbol switch
        {
            '+' => (Int128)left + right,
            '-' => (Int128)left - right,
            '*' => (Int128)left * right,
            _ => (Int128)left / right,
        };
        if (exact > long.MaxValue || exact < long.MinValue)
        {
            broken = new BrokenRule($"{left} {symbol} {right} is too large to be judged", true);
            return false;
        }

        result = (long)exact;
        if (result <= 0)
        {
            broken = new BrokenRule($"{left} {symbol} {right} is {(result < 0 ? "negative" : "0, not a positive number")}", false);
            return false;
        }

        return true;
    }

    /// <summary>Numbers as they stand in a reason: <c>25, 14, 7</c>, or <c>none</c>.</summary>
    public static string Join(IReadOnlyList<long> numbers) => numbers.Count == 0 ? "none" : string.Join(", ", numbers);
}
