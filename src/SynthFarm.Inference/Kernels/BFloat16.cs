namespace SynthFarm.Inference.Kernels;

/// <summary>The upper half of a single-precision float.</summary>
internal static class BFloat16
{
    /// <summary>Nearest bfloat16, ties to even; every NaN becomes the quiet one.</summary>
    public static ushort Round(float value)
    {
        if (float.IsNaN(value)) return 0x7FC0;
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }

    public static float Widen(uint value) => BitConverter.UInt32BitsToSingle(value << 16);
}
