using SynthFarm.Parquet.Encodings;

namespace SynthFarm.Parquet.Tests.Encodings;

public sealed class Crc32Tests
{
    [Fact]
    public void Check_value_is_that_of_the_catalogue()
        => Assert.Equal(0xCBF43926u, Crc32.Compute("123456789"u8));

    [Fact]
    public void Any_length_equals_the_bitwise_definition()
    {
        var bytes = new byte[300];
        new Random(1).NextBytes(bytes);
        for (var length = 0; length <= bytes.Length; length++)
        {
            var part = bytes.AsSpan(bytes.Length - length);
            Assert.Equal(Bitwise(part), Crc32.Compute(part));
            Assert.Equal(Bitwise(part), Crc32.ComputeByTable(part));
        }
    }

    private static uint Bitwise(ReadOnlySpan<byte> bytes)
    {
        var crc = ~0u;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }
        return ~crc;
    }
}
