using System.Text;
using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Tests.Problems;

public class ProblemLineParserTests
{
    [Fact]
    public void A_full_line_is_read()
    {
        var line = """{"id":"a-1","problem":"What is 2 + 2?","answer":"4","kind":null,"source":"s","topic":"t","level":"1","split":"test","license":"MIT","meta":{"a":[1,{"b":null}]},"other":{"x":[1]}}""";
        var result = ProblemLineParser.Parse(Encoding.UTF8.GetBytes(line), 7);
        Assert.Empty(result.Faults);
        var problem = result.Problem!;
        Assert.Equal(("a-1", true, "What is 2 + 2?", "4"), (problem.Id, problem.HasGivenId, problem.Statement, problem.Answer));
        Assert.Equal((null, "s", "t", "1", "test", "MIT"), (problem.Kind, problem.Source, problem.Topic, problem.Level, problem.Split, problem.License));
        Assert.Equal("""{"a":[1,{"b":null}]}""", problem.Meta.GetRawText());
    }

    [Fact]
    public void A_number_as_answer_stands_for_its_text_as_written()
    {
        Assert.Equal("2.50", Parse("""{"problem":"p","answer":2.50}""").Problem!.Answer);
        Assert.Equal("-7", Parse("""{"problem":"p","answer":-7}""").Problem!.Answer);
    }

    [Fact]
    public void Line_breaks_and_a_byte_order_mark_are_no_faults()
    {
        Assert.Empty(Parse("\uFEFF{\"problem\":\"p\",\"answer\":\"a\"}\r\n", line: 1).Faults);
        Assert.Equal("line 2, column 1: found '\\u{feff}' where JSON does not allow it; allowed is one JSON object and nothing behind it",
            Parse("\uFEFF{\"problem\":\"p\",\"answer\":\"a\"}", line: 2).Faults[0].ToString());
    }

    [Theory]
    [InlineData("""{"problem":"p"}""", "1 answer found none; allowed is a string that is not blank, or a number")]
    [InlineData("""{"problem":"","answer":" "}""", "12 problem found an empty string; allowed is a string that is not blank|24 answer found a blank string; allowed is a string that is not blank, or a number")]
    [InlineData("""{"problem":["p"],"answer":{"a":1}}""", "12 problem found an array; allowed is a string that is not blank|27 answer found an object; allowed is a string that is not blank, or a number")]
    [InlineData("""{"problem":"p","answer":true}""", "25 answer found true; allowed is a string that is not blank, or a number")]
    [InlineData("""{"problem":"p","answer":null}""", "25 answer found null; allowed is a string that is not blank, or a number")]
    [InlineData("""{"id":17,"problem":"p","answer":"a"}""", "7 id found the number 17; allowed is a string")]
    [InlineData("""{"id":"","problem":"p","answer":"a"}""", "7 id found the string ''; allowed are 1 to 200 characters, none of them a control character")]
    [InlineData("""{"id":"a\nb","problem":"p","answer":"a"}""", "7 id found the string 'a\\u{a}b'; allowed are 1 to 200 characters, none of them a control character")]
    [InlineData("""{"problem":"p","answer":"a","level":5}""", "37 level found the number 5; allowed is a string")]
    [InlineData("""{"problem":"p","answer":"a","split":"../x"}""", "37 split found the string '../x'; allowed are words of letters, digits and _ with dots between them, e.g. 'train', of at most 64 characters")]
    [InlineData("""{"problem":"p","answer":"a","meta":[1]}""", "36 meta found an array; allowed is an object")]
    [InlineData("""{"problem":"p","problem":"q","answer":"a"}""", "16 problem found the key 'problem' again; allowed is each key once")]
    [InlineData("""{"problem":"p","answer":"a","meta":{"x":1,"x":2}}""", "43 meta.x found the key 'x' again; allowed is each key once")]
    [InlineData("""{"problem":"p","answer":"a","more":{"x":1,"\u0078":2}}""", "43 more.x found the key 'x' again; allowed is each key once")]
    [InlineData("""{"problem":"\ud800","answer":"a"}""", "12 problem found half of a surrogate pair; allowed is well-formed Unicode")]
    [InlineData("""{"problem":"p","answer":"a","meta":{"x":["\udc00"]}}""", "42 meta.x found half of a surrogate pair; allowed is well-formed Unicode")]
    [InlineData("""{"problem":"p","answer":NaN}""", "25 answer found NaN, which is not JSON; allowed are finite numbers, strings, true, false, null, arrays and objects")]
    [InlineData("""{"problem":"p","answer":-Infinity}""", "26 answer found -Infinity, which is not JSON; allowed are finite numbers, strings, true, false, null, arrays and objects")]
    [InlineData("""{"problem":"p","answer":"a"} x""", "30 answer found 'x' where JSON does not allow it; allowed is one JSON object and nothing behind it")]
    [InlineData("""{"problem":"p","answer":"a",}""", "29 answer found '}' where JSON does not allow it; allowed is one JSON object and nothing behind it")]
    [InlineData("""{"problem":"p","answer":"a""", "27 answer found the end of the line within the JSON; allowed is one whole JSON object")]
    [InlineData("""[1]""", "1  found an array; allowed is one JSON object")]
    [InlineData("7", "1  found the number 7; allowed is one JSON object")]
    [InlineData("", "1  found an empty line; allowed is one JSON object")]
    [InlineData("problem", "1  found 'problem' where JSON does not allow it; allowed is one JSON object and nothing behind it")]
    [InlineData("""{"problem":"p","answer":"a","kind":"countdown"}""", "1 meta found none; a countdown problem needs an object with numbers and target")]
    [InlineData("""{"problem":"p","answer":"13","kind":"countdown","meta":{"numbers":[1],"target":9}}""", "67 meta.numbers found 1 numbers; allowed are 2 to 6 integers of 1 to 50|80 meta.target found '9'; allowed is an integer of 10 to 100 that is none of the numbers")]
    public void Faults_name_column_field_what_was_found_and_what_is_allowed(string line, string faults)
    {
        var result = Parse(line);
        Assert.Null(result.Problem);
        Assert.Equal(faults, string.Join('|', result.Faults.Select(fault => $"{fault.Column} {fault.Field} {fault.Message}")));
        Assert.All(result.Faults, fault => Assert.Equal(3, fault.Line));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_named_by_column()
    {
        var bytes = Encoding.Latin1.GetBytes("{\"problem\":\"caf\u00e9\",\"answer\":\"a\"}");
        Assert.Equal("line 4, column 16: found the byte 0xE9; allowed is UTF-8", ProblemLineParser.Parse(bytes, 4).Faults[0].ToString());
    }

    [Fact]
    public void Columns_are_bytes()
    {
        Assert.Equal(26, Parse("""{"problem":"é","answer":7,"level":1}""") is { Faults: [var fault] } ? fault.Column - 10 : 0);
    }

    [Fact]
    public void Depth_and_length_are_bounded()
    {
        var deep = """{"problem":"p","answer":"a","meta":{"x":""" + new string('[', 62) + new string(']', 62) + "}}";
        Assert.Empty(Parse(deep).Faults);
        var deeper = """{"problem":"p","answer":"a","meta":{"x":""" + new string('[', 63) + new string(']', 63) + "}}";
        Assert.Equal("line 3, column 103, field meta.x: found more than 64 levels of objects and arrays; allowed are 64", Assert.Single(Parse(deeper).Faults).ToString());
        Assert.NotEmpty(Parse(new string('[', 100_000)).Faults);
        var fault = Assert.Single(ProblemLineParser.Parse(new byte[101], 3, maxBytes: 100).Faults);
        Assert.Equal("line 3, column 101: found a line of 101 bytes; allowed are 100", fault.ToString());
    }

    [Fact]
    public void Faults_of_one_line_are_bounded()
    {
        var line = "{" + string.Join(',', Enumerable.Repeat("\"x\":1", 1000)) + "}";
        Assert.Equal(100, Parse(line).Faults.Count);
    }

    [Fact]
    public void Damaged_lines_never_throw()
    {
        var whole = Encoding.UTF8.GetBytes("""{"id":"é","problem":"a\u00e9b\"","answer":"13","kind":"countdown","meta":{"numbers":[25,14],"target":11},"z":[1e5,{"k":null}]}""");
        var random = new SynthFarm.Core.Randomness.StableRandom(9);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = whole.ToArray();
            for (var k = random.Next(1, 4); k > 0; k--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)"{}[]\",:\\u\0-.1"[random.Next(13)];
            }

            var line = ProblemLineParser.Parse(bytes.AsSpan(0, random.Next(bytes.Length + 1)), 2);
            Assert.Equal(line.Problem is null, line.Faults.Count > 0);
            Assert.All(line.Faults, fault => Assert.InRange(fault.Column, 1, bytes.Length + 1));
            Assert.All(line.Faults, fault => Assert.DoesNotContain(fault.ToString(), char.IsControl));
        }
    }

    private static ProblemLine Parse(string text, int line = 3) => ProblemLineParser.Parse(Encoding.UTF8.GetBytes(text), line);
}
