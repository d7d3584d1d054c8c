using SynthFarm.Core.Randomness;
using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Tests.Json;

public class RecordPatchTests
{
    [Theory]
    [InlineData("{\"a\":1}", "{\"a\":1}", "")]
    [InlineData("{\"a\":1,\"b\":2}", "{\"b\":3}", "{\"a\":{\"-\":true},\"b\":{\"=\":3}}")]
    [InlineData("{\"a\":[1,2,3]}", "{\"a\":[1,5,3]}", "{\"a\":{\"1\":{\"=\":5}}}")]
    [InlineData("[1,2]", "[0,1,2]", "{\"[]\":[{\"=\":0},0,1]}")]
    [InlineData("{\"a\":1}", "{\"=\":1}", "{\"=\":{\"=\":1}}")]
    public void Between_holds_what_differs(string from, string to, string patch) =>
        Assert.Equal(patch, RecordPatch.Between(Parse(from), Parse(to)) is { } found ? RecordJson.ToText(found) : "");

    [Fact]
    public void Applying_what_is_between_gives_the_other_record()
    {
        var random = new Seed(5).CreateRandom();
        for (var i = 0; i < 3000; i++)
        {
            var (from, to) = (Some(random, 4), Some(random, 4));
            var again = RecordPatch.Apply(from, RecordPatch.Between(from, to));
            Assert.True(again.SameAs(to), $"{RecordJson.ToText(from)} to {RecordJson.ToText(to)} gave {RecordJson.ToText(again)}");
        }
    }

    [Fact]
    public void Values_are_written_and_read_as_they_were()
    {
        var random = new Seed(6).CreateRandom();
        for (var i = 0; i < 1000; i++)
        {
            var value = Some(random, 5);
            Assert.True(Parse(RecordJson.ToText(value)).SameAs(value), RecordJson.ToText(value));
        }
    }

    private static RecordValue Parse(string json) =>
        new RecordParser(new RecordPosition(1, 1), (_, _, message) => Assert.Fail(message)).Parse(System.Text.Encoding.UTF8.GetBytes(json))!;

    private static RecordValue Some(StableRandom random, int depth) => random.Next(depth > 0 ? 7 : 5) switch
    {
        0 => RecordValue.Null,
        1 => RecordValue.Of(random.Next(2) == 0),
        2 => RecordValue.Of(random.Next(3)),
        3 => RecordValue.Number("1.50"),
        4 => RecordValue.Of(new[] { "", "a", "é\n", "\"\\", "\u2028😀" }[random.Next(5)]),
        5 => RecordValue.Array([.. Enumerable.Range(0, random.Next(4)).Select(_ => Some(random, depth - 1))]),
        _ => RecordValue.Object([.. new[] { "a", "b", "=", "-", "[]", "0" }.Where(_ => random.Next(3) == 0).Select(name => KeyValuePair.Create(name, Some(random, depth - 1)))]),
    };
}
