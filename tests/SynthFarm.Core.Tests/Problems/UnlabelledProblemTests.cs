using System.Text;
using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Tests.Problems;

public class UnlabelledProblemTests
{
    [Theory]
    [InlineData("""{"problem":"What?","answer":null}""")]
    [InlineData("""{"problem":"What?"}""")]
    [InlineData("""{"problem":"What?","answer":" "}""")]
    public void Missing_answer_is_a_fault_unless_allowed(string line)
    {
        Assert.Equal("answer", Assert.Single(Parse(line, allows: false).Faults).Field);

        var problem = Parse(line, allows: true).Problem!;
        Assert.Equal((false, ""), (problem.HasGold, problem.Answer));
        Assert.Equal("""{"problem":"What?","answer":null}""", ProblemSerializer.ToLine(problem));
        Assert.Equal(problem.Id, Parse(ProblemSerializer.ToLine(problem), allows: true).Problem!.Id);
    }

    [Fact]
    public void Allowing_it_changes_no_problem_that_has_an_answer()
    {
        const string line = """{"problem":"What?","answer":"1","topic":"t"}""";

        Assert.Equal(Parse(line, allows: false).Problem!.ContentHash, Parse(line, allows: true).Problem!.ContentHash);
    }

    [Fact]
    public void Problems_of_a_family_need_an_answer()
    {
        var fault = Assert.Single(Parse("""{"problem":"Compute 1 + 1.","answer":null,"kind":"arithmetic"}""", allows: true).Faults);

        Assert.Equal(("answer", "found none; a problem of the kind arithmetic has one"), (fault.Field, fault.Message));
    }

    [Fact]
    public void No_answer_to_it_is_correct_and_each_has_a_form_to_be_counted_by()
    {
        var problem = Parse("""{"problem":"What?","answer":null}""", allows: true).Problem!;

        Assert.Equal(new AnswerVerdict(Verdict.Unknown, "there is no gold answer", "extraction", "1/2"), AnswerCheckers.For(problem).Check(problem, "0.5"));
    }

    private static ProblemLine Parse(string line, bool allows) => ProblemLineParser.Parse(Encoding.UTF8.GetBytes(line), 1, allowsNoAnswer: allows);
}
