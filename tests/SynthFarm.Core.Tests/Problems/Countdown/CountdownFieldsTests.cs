using System.Text.Json;
using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Tests.Problems.Countdown;

public class CountdownFieldsTests
{
    private const string Statement = "Using the numbers 25, 14, 7, 32, each at most once, and the operations + - * /, make 13.";
    private const string NumbersAllowed = "allowed are 2 to 6 integers of 1 to 50";
    private const string TargetAllowed = "allowed is an integer of 10 to 100 that is none of the numbers";

    [Theory]
    [InlineData("""{"numbers":[25,14,7,32],"target":13}""", "13", "")]
    [InlineData("""{"numbers":[25,14,7,32],"target":13,"more":1}""", " 13 ", "")]
    [InlineData("""{"numbers":[25,14,7,32],"target":13}""", "14", "answer: found '14'; allowed is the target, 13")]
    [InlineData("""{"target":13}""", "13", "meta.numbers: found none; " + NumbersAllowed)]
    [InlineData("""{"numbers":[25],"target":13}""", "13", "meta.numbers: found 1 numbers; " + NumbersAllowed)]
    [InlineData("""{"numbers":[25,14,7,51],"target":13}""", "13", "meta.numbers: found '51'; " + NumbersAllowed)]
    [InlineData("""{"numbers":[25,14,7,"32"],"target":13}""", "13", "meta.numbers: found '\"32\"'; " + NumbersAllowed)]
    [InlineData("""{"numbers":[25,14,7,1.5],"target":13}""", "13", "meta.numbers: found '1.5'; " + NumbersAllowed)]
    [InlineData("""{"numbers":[25,14,7,32]}""", "13", "meta.target: found none; " + TargetAllowed)]
    [InlineData("""{"numbers":[25,14,7,32],"target":101}""", "101", "meta.target: found '101'; " + TargetAllowed)]
    [InlineData("""{"numbers":[25,14,7,32],"target":25}""", "25", "meta.target: found '25'; " + TargetAllowed)]
    [InlineData("""{"numbers":[25,14,32,7],"target":12}""", "12",
        "problem: found the numbers 25, 14, 7, 32; meta.numbers has 25, 14, 32, 7|problem: found the target 13; meta.target has 12")]
    public void Faults_name_field_value_and_what_is_allowed(string meta, string answer, string faults)
    {
        var problem = Problem.Create(new ProblemFields
        {
            Statement = Statement, Answer = answer, Kind = "countdown", Meta = JsonDocument.Parse(meta).RootElement,
        });
        Assert.Equal(faults, string.Join('|', ProblemFamilies.Countdown.Validate(problem).Select(fault => $"{fault.Field}: {fault.Message}")));
    }

    [Fact]
    public void Meta_is_needed()
    {
        var problem = Problem.Create(new ProblemFields { Statement = Statement, Answer = "13", Kind = "countdown" });
        Assert.Equal("meta", Assert.Single(ProblemFamilies.Countdown.Validate(problem)).Field);
    }
}
