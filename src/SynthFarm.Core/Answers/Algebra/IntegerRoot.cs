using System.Numerics;

namespace SynthFarm.Core.Answers.Algebra;

/// <summary>Roots of integers, rounded down, by Newton's iteration from above.</summary>
internal static class IntegerRoot
{
    /// <summary>The largest integer whose power is at most the number, which is not negative.</summary>
    public static BigInteger Floor(BigInteger number, int order)
    {
        if (number.IsZero || number.IsOne || order == 1)
        {
            return number;
        }

        var root = BigInteger.One << (int)((number.GetBitLength() / order) + 1);
        while (true)
        {
            var next = (((order - 1) * root) + (number / BigInteger.Pow(root, order - 1))) / order;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
