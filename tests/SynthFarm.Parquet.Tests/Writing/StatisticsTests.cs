using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Tests.Samples;
using SynthFarm.Parquet.Writing;
using SynthFarm.Parquet.Writing.Pages;

namespace SynthFarm.Parquet.Tests.Writing;

public sealed class StatisticsTests
{
    [Fact]
    public void Bounds_and_null_counts_are_those_of_the_values()
    {
        var schema = new ParquetSchema(
            Column.Int32("n", optional: true), Column.String("text"), Column.Boolean("flag"), Column.List("xs", Column.Double("element")), Column.Int64("none", optional: true));
        var rows = new[]
        {
            Files.Row("n", 5, "text", "m", "flag", false, "xs", new[] { 2.0, -1.0 }, "none", null),
            Files.Row("n", null, "text", "b", "flag", false, "xs", Array.Empty<double>(), "none", null),
            Files.Row("n", -7, "text", "ü", "flag", false, "xs", new[] { 9.5 }, "none", null),
        };

        using var reader = Files.Open(Files.Write(schema, rows, new ParquetWriterOptions { PageRows = 1 }));
        var group = reader.RowGroups[0];

        Assert.Equal(new(-7, 5, 1), group.Statistics("n"));
        Assert.Equal(new("b", "ü", 0), group.Statistics("text"));
        Assert.Equal(new(false, false, 0), group.Statistics("flag"));
        Assert.Equal(new(-1.0, 9.5, 1), group.Statistics("xs"));
        Assert.Equal(new(-1.0, 9.5, 1), group.Statistics("xs.list.element"));
        Assert.Equal(new(null, null, 3), group.Statistics("none"));
        Assert.Throws<ArgumentException>(() => group.Statistics("m"));
    }

    [Fact]
    public void Bounds_of_floats_pass_over_nan_and_hold_both_zeros()
    {
        var schema = new ParquetSchema(Column.Float("f"), Column.Double("d"));
        var rows = new[] { Files.Row("f", float.NaN, "d", double.NaN), Files.Row("f", 0f, "d", double.NaN), Files.Row("f", -0f, "d", double.NaN) };

        using var reader = Files.Open(Files.Write(schema, rows));
        var f = reader.RowGroups[0].Statistics("f");

        Assert.True(float.IsNegative((float)f.Min!) && !float.IsNegative((float)f.Max!));
        Assert.Equal(new(null, null, 0), reader.RowGroups[0].Statistics("d"));
    }

    [Fact]
    public void Random_bounds_hold_every_value()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var schema = new ParquetSchema(Column.String("s"), Column.Bytes("b"));
            var rows = new RandomRows(seed).Rows(schema, 20);

            using var reader = Files.Open(Files.Write(schema, rows, new ParquetWriterOptions { BoundBytes = 8, PageRows = 3 }));
            var text = reader.RowGroups[0].Statistics("s");
            var bytes = reader.RowGroups[0].Statistics("b");

            Assert.All(rows, row =>
            {
                Assert.True(Utf8Order(text.Min!, row["s"]!) <= 0 && Utf8Order(row["s"]!, text.Max!) <= 0);
                Assert.True(Utf8Order(bytes.Min!, row["b"]!) <= 0 && Utf8Order(row["b"]!, bytes.Max!) <= 0);
            });
        }
    }

    [Theory]
    [InlineData("abcdefgh", "abcdefgh")]
    [InlineData("abcdefghi", "abcdefgi")]
    [InlineData("abcdefg\u007Fx", "abcdefg\u0080")]
    [InlineData("abcdefgüx", "abcdefh")]
    [InlineData("abcde\uD7FFx", "abcde\uE000")]
    [InlineData("abcd\U0010FFFFx", "abce")]
    [InlineData("\U0010FFFF\U0010FFFFx", "\U0010FFFF\U0010FFFFx")]
    public void Upper_bound_of_text_is_the_next_valid_prefix(string value, string bound)
        => Assert.Equal(bound, System.Text.Encoding.UTF8.GetString(BoundTruncation.Upper(System.Text.Encoding.UTF8.GetBytes(value), 8, isText: true)));

    [Theory]
    [InlineData("0102", "0102")]
    [InlineData("010203040506070809", "0102030405060708")]
    public void Lower_bound_is_a_prefix(string value, string bound)
        => Assert.Equal(Convert.FromHexString(bound), BoundTruncation.Lower(Convert.FromHexString(value), 8, isText: false));

    [Theory]
    [InlineData("010203040506070809", "0102030405060709")]
    [InlineData("0102030405FFFFFFFF", "0102030406")]
    [InlineData("FFFFFFFFFFFFFFFFFF", "FFFFFFFFFFFFFFFFFF")]
    public void Upper_bound_of_bytes_is_raised_at_its_end(string value, string bound)
        => Assert.Equal(Convert.FromHexString(bound), BoundTruncation.Upper(Convert.FromHexString(value), 8, isText: false));

    private static int Utf8Order(object x, object y) => Bytes(x).AsSpan().SequenceCompareTo(Bytes(y));

    private static byte[] Bytes(object value) => value as byte[] ?? System.Text.Encoding.UTF8.GetBytes((string)value);
}
