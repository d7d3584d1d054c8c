using SynthFarm.TinyModels.Recipe;

namespace SynthFarm.TinyModels.Tests.Recipe;

public class TinyTokenizerTests
{
    [Fact]
    public void Every_integer_up_to_999_is_one_token()
    {
        var tokenizer = TinyTokenizer.Build();
        for (var n = 0; n <= 999; n++)
        {
            Assert.Single(tokenizer.Encode(n.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public void A_countdown_step_takes_one_token_per_number_and_sign()
    {
        var tokenizer = TinyTokenizer.Build();
        var tokens = tokenizer.Encode("25 - 14 = 11; left: 11, 7, 32\n");
        Assert.Equal(["25", " - ", "14", " = ", "11", "; left: ", "11", ", ", "7", ", ", "32", "\n"], tokens.Select(t => tokenizer.Decode([t])));
    }

    [Theory]
    [InlineData("Using the numbers 25, 14, 7, 32, each at most once, and the operations + - * /, make 13.\n")]
    [InlineData("Any text at all: \"quotes\", {braces}, ~tildes~ \t tabs, 1000000, 007 and <|endoftext|>")]
    [InlineData("Ünïcode 数学 🙂 \u0000")]
    public void Text_round_trips_and_never_becomes_a_control_token(string text)
    {
        var tokenizer = TinyTokenizer.Build();
        var tokens = tokenizer.Encode(text);
        Assert.Equal(text, tokenizer.Decode(tokens));
        Assert.DoesNotContain(tokenizer.TokenId(TinyTokenizer.EndOfText), tokens);
    }
}
