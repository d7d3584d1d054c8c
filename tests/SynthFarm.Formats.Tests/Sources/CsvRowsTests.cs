using System.Text;
using SynthFarm.Formats.Sources.Csv;
using SynthFarm.Formats.Sources.JsonText;

namespace SynthFarm.Formats.Tests.Sources;

public class CsvRowsTests
{
    [Theory]
    [InlineData("a,b\r\nc,d\r\n", "a|b/c|d")]
    [InlineData("a,b\nc,d", "a|b/c|d")]
    [InlineData("\"a,1\",\"b\"\"c\"\"\"\n", "a,1|b\"c\"")]
    [InlineData("\"two\r\nlines\",x", "two\r\nlines|x")]
    [InlineData("a,\n,b\n", "a|/|b")]
    [InlineData("a\n\n\"\"\nb\n", "a/b")]
    [InlineData("\uFEFFa\n", "a")]
    [InlineData("a\rb,c\n", "a\rb|c")]
    public void Rows_are_those_of_the_standard(string text, string expected)
    {
        var rows = new CsvRows(new ByteReader(new MemoryStream(Encoding.UTF8.GetBytes(text))), (byte)',', 1000).Read();

        Assert.Equal(expected, string.Join('/', rows.Select(row => string.Join('|', row.Fields.Select(field => Encoding.UTF8.GetString(field.Bytes.Span))))));
    }

    [Fact]
    public void Positions_count_lines_within_quotes()
    {
        var rows = new CsvRows(new ByteReader(new MemoryStream("a,b\n\"x\ny\",z\nq,\"r\""u8.ToArray())), (byte)',', 1000).Read().ToList();

        Assert.Equal(["1:1", "1:3", "2:1", "3:4", "4:1", "4:3"], rows.SelectMany(row => row.Fields).Select(field => $"{field.Position.Line}:{field.Position.Column}"));
    }
}
