using System.Numerics;
using SynthFarm.Parquet.Buffers;
using SynthFarm.Parquet.Encodings;
using SynthFarm.Parquet.Encodings.Decoding;

namespace SynthFarm.Parquet.Tests.Encodings;

public sealed class DeltaEncoderTests
{
    [Fact]
    public void Worked_example_of_the_format_comes_out()
        => Assert.Equal("8001" + "04" + "08" + "0E" + "03" + "02000000" + "C03F000000000000", Encode<int>([7, 5, 3, 1, 2, 3, 4, 5]));

    [Fact]
    public void Rising_values_take_no_bits()
        => Assert.Equal("8001" + "04" + "8103" + "00" + "02" + "00000000" + "02" + "00000000" + "02" + "00000000", Encode<long>([.. Enumerable.Range(0, 385).Select(i => (long)i)]));

    [Fact]
    public void Random_integers_of_both_widths_come_back()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var bits = random.Next(1, 65);
            long[] values = [.. Enumerable.Range(0, seed * 3).Select(_ => random.NextInt64(long.MinValue, long.MaxValue) >> (64 - bits))];
            int[] narrow = [.. values.Select(v => (int)v)];

            Assert.Equal(values, Decode(Encode<long>(values)));
            Assert.Equal(narrow, Decode(Encode<int>(narrow)).Select(v => (int)v));
        }
    }

    [Fact]
    public void Differences_of_32_bit_values_stay_within_32_bits()
    {
        var bytes = Convert.FromHexString(Encode<int>([int.MinValue, int.MaxValue, 0, int.MinValue, int.MaxValue]));

        Assert.All(bytes.AsSpan(14, 4).ToArray(), width => Assert.InRange(width, 0, 32));
    }

    private static string Encode<T>(T[] values)
        where T : unmanaged, INumber<T>
    {
        var buffer = new ByteBuffer();
        DeltaEncoder.Encode<T>(values, buffer);
        return Convert.ToHexString(buffer.Span);
    }

    private static long[] Decode(string hex)
    {
        var decoder = new DeltaDecoder();
        decoder.Start(Convert.FromHexString(hex));
        var values = new long[decoder.Left];
        decoder.Read(values);
        Assert.Equal(hex.Length / 2, decoder.Position);
        return values;
    }
}
