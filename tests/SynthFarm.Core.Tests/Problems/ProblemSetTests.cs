using System.Text;
using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Tests.Problems;

public class ProblemSetTests
{
    [Fact]
    public void Equal_lines_are_one_problem_whatever_their_spacing_and_key_order()
    {
        var set = new ProblemSet();
        Assert.Null(set.Add(Parse("""{"problem":"p","answer":"1","meta":{"a":1,"b":[2]}}"""), 1));
        Assert.Null(set.Add(Parse("""{ "answer":"1", "meta":{"b":[2],"a":1}, "problem":"p" }"""), 2));
        Assert.Null(set.Add(Parse("""{"problem":"p","answer":"1","meta":{"a":1,"b":[2]},"source":"elsewhere"}"""), 3));
        Assert.Null(set.Add(Parse("""{"problem":"p","answer":"2"}"""), 4));
        Assert.Equal((2, 2), (set.Count, set.DuplicateCount));
        Assert.True(set.Contains(set.Problems[1].Id));
    }

    [Theory]
    [InlineData("""{"id":"x","problem":"q","answer":"1"}""", "problem")]
    [InlineData("""{"id":"x","problem":"p","answer":"2"}""", "answer")]
    [InlineData("""{"id":"x","problem":"p","answer":"1","kind":"k"}""", "kind")]
    [InlineData("""{"id":"x","problem":"p","answer":"1","license":"MIT"}""", "license")]
    [InlineData("""{"id":"x","problem":"p","answer":"1","meta":{"a":1}}""", "meta")]
    public void One_id_with_other_contents_is_a_fault_that_names_both_lines_and_the_field(string line, string field)
    {
        var set = new ProblemSet();
        set.Add(Parse("""{"id":"x","problem":"p","answer":"1"}"""), 4);
        var fault = set.Add(Parse(line), 9);
        Assert.Equal(
            new ProblemLineFault(9, 1, field, "found other contents than in line 4 under the same id 'x'; allowed is one problem for one id"), fault);
        Assert.Equal((1, 0), (set.Count, set.DuplicateCount));
    }

    [Fact]
    public void Lines_survive_being_written_and_read()
    {
        var problem = Problem.Create(new ProblemFields
        {
            Id = "é/\"1\"", Statement = "a < b & c > d + e\n\u2028\u0085\0 \u007f 𝔸 'q' \\ 日本", Answer = "½", Kind = "k", Source = "s", Topic = "t",
            Level = "5", Split = "dev.easy", License = "CC-BY", Meta = System.Text.Json.JsonDocument.Parse("""{"b":[1.50,"\u2028"],"a":null}""").RootElement,
        });
        var line = ProblemSerializer.ToLine(problem);
        Assert.DoesNotContain(line, char.IsControl);
        Assert.DoesNotContain('\u2028', line);
        Assert.Contains("a < b & c > d + e", line, StringComparison.Ordinal);
        var read = ProblemLineParser.Parse(Encoding.UTF8.GetBytes(line), 1).Problem!;
        Assert.Equal(problem.ContentHash, read.ContentHash);
        Assert.Equal(problem.Statement, read.Statement);
        Assert.Equal(line, ProblemSerializer.ToLine(read));
    }

    private static Problem Parse(string line) => ProblemLineParser.Parse(Encoding.UTF8.GetBytes(line), 1).Problem!;
}
