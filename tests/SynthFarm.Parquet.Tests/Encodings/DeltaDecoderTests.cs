using SynthFarm.Parquet.Encodings.Decoding;

namespace SynthFarm.Parquet.Tests.Encodings;

public sealed class DeltaDecoderTests
{
    [Fact]
    public void Worked_example_of_the_format_comes_out()
    {
        // 7 5 3 1 2 3 4 5 in blocks of 128 values in 4 parts: first value 7, least delta -2, then 0 0 0 3 3 3 3 in two bits each.
        var bytes = Convert.FromHexString("8001" + "04" + "08" + "0E" + "03" + "02000000" + "C03F000000000000");
        var decoder = new DeltaDecoder();
        decoder.Start(bytes);
        var values = new long[8];
        decoder.Read(values);

        Assert.Equal([7, 5, 3, 1, 2, 3, 4, 5], values);
        Assert.Equal(0, decoder.Left);
        Assert.Equal(bytes.Length, decoder.Position);
    }

    [Theory]
    [InlineData("")]
    [InlineData("80010008")]
    [InlineData("7F04080E")]
    [InlineData("80808080100408")]
    public void Broken_headers_are_refused(string hex)
        => Assert.Throws<CorruptDataException>(() => new DeltaDecoder().Start(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("8001040800")]
    [InlineData("800104080003FF000000")]
    [InlineData("8001040800030200000000")]
    public void Broken_blocks_are_refused(string hex)
    {
        var decoder = new DeltaDecoder();
        decoder.Start(Convert.FromHexString(hex));

        Assert.Throws<CorruptDataException>(() => decoder.Read(new long[8]));
    }
}
