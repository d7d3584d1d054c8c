using SynthFarm.Parquet.Buffers;
using SynthFarm.Parquet.Encodings;
using SynthFarm.Parquet.Encodings.Decoding;

namespace SynthFarm.Parquet.Tests.Encodings;

public sealed class RleTests
{
    [Fact]
    public void Run_is_its_length_doubled_and_its_value()
        => Assert.Equal("9003" + "01", Encode([.. Enumerable.Repeat(1, 200)], 1));

    [Fact]
    public void Literals_are_bit_packed_in_groups_of_eight()
        => Assert.Equal("03" + "88C6FA", Encode([0, 1, 2, 3, 4, 5, 6, 7], 3));

    [Fact]
    public void Random_values_come_back_in_pieces_of_any_size()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var width = random.Next(33);
            var values = new List<int>();
            while (values.Count < seed * 7)
            {
                var value = width == 0 ? 0 : (int)(random.NextInt64() & ((1L << width) - 1));
                values.AddRange(Enumerable.Repeat(value, random.Next(3) == 0 ? random.Next(1, 100) : 1));
            }
            var buffer = new ByteBuffer();
            RleEncoder.Encode<int>(values.ToArray(), width, buffer);

            var decoder = new RleDecoder();
            decoder.Start(buffer.Span.ToArray(), width);
            var read = new int[values.Count];
            for (var at = 0; at < read.Length;)
            {
                var size = Math.Min(random.Next(1, 50), read.Length - at);
                decoder.Read(read.AsSpan(at, size));
                at += size;
            }

            Assert.Equal(values, read);
        }
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("00", 1)]
    [InlineData("FFFFFFFFFF7F", 1)]
    [InlineData("10", 9)]
    [InlineData("03AA", 3)]
    public void Broken_runs_are_refused(string hex, int width)
    {
        var decoder = new RleDecoder();
        decoder.Start(Convert.FromHexString(hex), width);

        Assert.Throws<CorruptDataException>(() => decoder.Read(new int[8]));
    }

    private static string Encode(int[] values, int width)
    {
        var buffer = new ByteBuffer();
        RleEncoder.Encode<int>(values, width, buffer);
        return Convert.ToHexString(buffer.Span);
    }
}
