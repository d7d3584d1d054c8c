using SynthFarm.Core.Randomness;
using SynthFarm.Formats.Texts;

namespace SynthFarm.Formats.Tests.Texts;

public class StepSplitterTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("one line", "one line")]
    [InlineData("a\nb\nc", "a\n|b\n|c")]
    [InlineData("a\nb\n\nc\n", "a\nb\n\n|c\n")]
    [InlineData("\n\na\n\nb", "\n\na\n\n|b")]
    [InlineData("see\n\\[\nx\n\n= 1\n\\]\nso\n\nend", "see\n\\[\nx\n\n= 1\n\\]\nso\n\n|end")]
    [InlineData("```\na\n\nb\n```\n\nend", "```\na\n\nb\n```\n\n|end")]
    [InlineData("$$x$$\n\nend", "$$x$$\n\n|end")]
    public void Text_is_cut_at_blank_lines_or_at_lines(string text, string expected) => Assert.Equal(expected, string.Join('|', StepSplitter.Split(text)));

    [Fact]
    public void Steps_joined_are_the_text_again()
    {
        var random = new Seed(9).CreateRandom();
        string[] pieces = ["a", "\n", "\n", "\n\n", "```", "$$", "\\[", "\\]", " ", "\r\n", "é"];
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)]));
            Assert.Equal(text, string.Concat(StepSplitter.Split(text)));
        }
    }
}
