using System.Numerics;

namespace SynthFarm.Parquet.Encodings;

/// <summary>Bits that a number needs.</summary>
internal static class BitWidth
{
    /// <summary>Bits for every number from 0 to <paramref name="max"/>; 0 for 0.</summary>
    public static int Of(int max) => 32 - BitOperations.LeadingZeroCount((uint)max);
}
