using System.Globalization;
using System.Text;
using SynthFarm.Cli.Terminal;

namespace SynthFarm.Cli.Tests.Terminal;

public class TerminalTextTests
{
    [Theory]
    [InlineData("plain text, é, 数, 😀", "plain text, é, 数, 😀")]
    [InlineData("a\u001b[31mred\u001b[0m", "a\\u{1b}[31mred\\u{1b}[0m")]
    [InlineData("one\r\ntwo\tthree", "one\\r\\ntwo\\tthree")]
    [InlineData("abc\u202edef\u2066", "abc\\u{202e}def\\u{2066}")]
    [InlineData("c1\u009b2J\u007f\0", "c1\\u{9b}2J\\u{7f}\\u{0}")]
    [InlineData("a\u2028b\u200bc\ufeff", "a\\u{2028}b\\u{200b}c\\u{feff}")]
    [InlineData(null, "")]
    public void Line_shows_what_could_act_on_a_terminal_as_escapes(string? text, string expected) =>
        Assert.Equal(expected, TerminalText.Line(text));

    [Fact]
    public void Line_shows_lone_surrogates_by_number() =>
        Assert.Equal("a\\u{d800}b\\u{dc00}", TerminalText.Line("a" + (char)0xD800 + "b" + (char)0xDC00));

    [Fact]
    public void Block_keeps_line_feeds_only() => Assert.Equal("one\n\\rtwo\n", TerminalText.Block("one\n\rtwo\n"));

    [Fact]
    public void Line_is_cut_to_the_width_without_splitting_a_character()
    {
        Assert.Equal("abc", TerminalText.Line("abc", 3));
        Assert.Equal("ab…", TerminalText.Line("abcd", 3));
        Assert.Equal("a…", TerminalText.Line("a😀bcd", 3));
    }

    [Fact]
    public void Line_of_any_text_holds_no_control_or_format_characters()
    {
        var random = new Core.Randomness.StableRandom(7);
        for (var round = 0; round < 200; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 200).Select(_ => (char)random.Next(0x10000)));
            Assert.DoesNotContain(
                TerminalText.Line(text).EnumerateRunes(),
                rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator);
        }
    }
}
