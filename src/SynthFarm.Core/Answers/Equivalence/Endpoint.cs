using SynthFarm.Core.Answers.Algebra;
using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>An end of an interval: a constant expression with its value, or an infinity.</summary>
internal readonly record struct Endpoint(MathNode? Node, Ball Value, int Infinity) : IComparable<Endpoint>
{
    public static Endpoint Infinite(int sign) => new(null, default, sign);

    /// <summary>Zero where the values cannot be told apart.</summary>
    public int CompareTo(Endpoint other)
    {
        if (Infinity != 0 || other.Infinity != 0)
        {
            return Infinity.CompareTo(other.Infinity);
        }

        var difference = Value - other.Value;
        return difference.IsPositive ? 1 : difference.IsNegative ? -1 : 0;
    }
}
