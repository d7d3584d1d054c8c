using System.Globalization;
using SynthFarm.Core.Randomness;

namespace SynthFarm.TinyModels.Recipe;

/// <summary>Single facts of the four operations over numbers 0 to 999, in the form steps use them.</summary>
internal static class FactDrills
{
    /// <summary>Draws one fact.</summary>
    /// <returns>The text up to the result (<c>25 - 14 = </c>) and the result.</returns>
    public static (string Question, string Result) Draw(StableRandom random)
    {
        var (left, sign, right, result) = random.Next(4) switch
        {
            0 => Add(random),
            1 => Subtract(random),
            2 => Multiply(random),
            _ => Divide(random),
        };
        return (string.Create(CultureInfo.InvariantCulture, $"{left} {sign} {right} = "), result.ToString(CultureInfo.InvariantCulture));
    }

    private static (int, char, int, int) Add(StableRandom random)
    {
        var sum = Skewed(random);
        var left = random.Next(sum + 1);
        return (left, '+', sum - left, sum);
    }

    private static (int, char, int, int) Subtract(StableRandom random)
    {
        var left = Skewed(random);
        var right = random.Next(left + 1);
        return (left, '-', right, left - right);
    }

    private static (int, char, int, int) Multiply(StableRandom random)
    {
        var (left, right) = Factors(random);
        return (left, '*', right, left * right);
    }

    private static (int, char, int, int) Divide(StableRandom random)
    {
        var (left, right) = Factors(random);
        return (left * right, '/', right, left);
    }

    private static (int, int) Factors(StableRandom random)
    {
        var a = random.Next(1, 99);
        var b = random.Next(1, Math.Min(99, 999 / a));
        return random.Next(2) == 0 ? (a, b) : (b, a);
    }

    // Small numbers are what steps are made of: half of the draws stay below 150.
    private static int Skewed(StableRandom random) => random.Next(2) == 0 ? random.Next(1, 149) : random.Next(1, 999);
}
