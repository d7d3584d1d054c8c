using System.Buffers.Binary;
using SynthFarm.Inference.Kernels;

namespace SynthFarm.Inference.Weights;

/// <summary>Little-endian element conversion between disk and float.</summary>
internal static class SafetensorsValues
{
    public static void Widen(SafetensorsDataType type, ReadOnlySpan<byte> bytes, Span<float> values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = type switch
            {
                SafetensorsDataType.F32 => BinaryPrimitives.ReadSingleLittleEndian(bytes[(4 * i)..]),
                SafetensorsDataType.F16 => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(2 * i)..]),
                _ => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]) << 16),
            };
    }

    public static void Narrow(SafetensorsDataType type, ReadOnlySpan<float> values, Span<byte> bytes)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (type == SafetensorsDataType.F32) BinaryPrimitives.WriteSingleLittleEndian(bytes[(4 * i)..], values[i]);
            else if (type == SafetensorsDataType.F16) BinaryPrimitives.WriteHalfLittleEndian(bytes[(2 * i)..], (Half)values[i]);
            else BinaryPrimitives.WriteUInt16LittleEndian(bytes[(2 * i)..], BFloat16.Round(values[i]));
        }
    }
}
