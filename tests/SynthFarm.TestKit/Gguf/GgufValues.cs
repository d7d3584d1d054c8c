using System.Buffers.Binary;

namespace SynthFarm.TestKit.Gguf;

/// <summary>Values as a GGUF file holds them, little-endian.</summary>
internal static class GgufValues
{
    private const int BlockValues = 32;
    private const int BlockBytes = 2 + BlockValues;

    public static long BytesOf(GgufType type, long elements) => type switch
    {
        GgufType.F32 => 4 * elements,
        GgufType.F16 or GgufType.BF16 => 2 * elements,
        _ => elements % BlockValues == 0
            ? elements / BlockValues * BlockBytes
            : throw new ArgumentException($"{elements} values are no blocks of {BlockValues}.", nameof(elements)),
    };

    public static byte[] ToBytes(GgufType type, ReadOnlySpan<float> values)
    {
        var bytes = new byte[BytesOf(type, values.Length)];
        if (type == GgufType.Q8_0)
            Quantize(values, bytes);
        else
            for (int i = 0; i < values.Length; i++)
                Write(type, values[i], bytes, i);
        return bytes;
    }

    private static void Write(GgufType type, float value, Span<byte> bytes, int index)
    {
        if (type == GgufType.F32)
            BinaryPrimitives.WriteSingleLittleEndian(bytes[(4 * index)..], value);
        else if (type == GgufType.F16)
            BinaryPrimitives.WriteHalfLittleEndian(bytes[(2 * index)..], (Half)value);
        else
            BinaryPrimitives.WriteUInt16LittleEndian(bytes[(2 * index)..], ToBFloat16(value));
    }

    /// <summary>To the nearest, ties to even.</summary>
    private static ushort ToBFloat16(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return float.IsNaN(value) ? (ushort)(bits >> 16 | 0x40) : (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }

    /// <summary>Each block's largest value becomes 127 in size.</summary>
    private static void Quantize(ReadOnlySpan<float> values, Span<byte> bytes)
    {
        for (int block = 0; block < values.Length / BlockValues; block++)
        {
            ReadOnlySpan<float> source = values.Slice(block * BlockValues, BlockValues);
            Span<byte> target = bytes.Slice(block * BlockBytes, BlockBytes);
            float largest = 0;
            foreach (float value in source)
                largest = Math.Max(largest, Math.Abs(value));
            float scale = largest / 127;
            BinaryPrimitives.WriteHalfLittleEndian(target, (Half)scale);
            for (int i = 0; i < BlockValues; i++)
                target[2 + i] = (byte)(sbyte)(scale == 0 ? 0 : MathF.Round(source[i] / scale, MidpointRounding.AwayFromZero));
        }
    }
}
