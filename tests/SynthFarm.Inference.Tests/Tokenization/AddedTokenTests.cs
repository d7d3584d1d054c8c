using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Tests.Tokenization;

/// <summary>The flags of added tokens, as Hugging Face's library reads them.</summary>
public class AddedTokenTests
{
    [Fact]
    public void White_space_beside_a_token_is_swallowed_where_it_says_so()
    {
        Assert.Equal(['a', 256, ' ', ' ', 'b'], Load("\"lstrip\":true").Encode("a \n\u00A0XY  b"));
        Assert.Equal(['a', ' ', 256, 'b'], Load("\"rstrip\":true").Encode("a XY\u3000 \nb"));
        Assert.Equal([256, 256, 'b'], Load("\"lstrip\":true,\"rstrip\":true").Encode(" XY \n XY b"));
        Assert.Equal([256], Load("\"lstrip\":true,\"rstrip\":true").Encode(" XY "));
    }

    [Theory]
    [InlineData("XY", true)]
    [InlineData(" XY.", true)]
    [InlineData("-XY\n", true)]
    [InlineData("aXY", false)]
    [InlineData("XY1", false)]
    [InlineData("XY_", false)]
    [InlineData("éXY", false)]
    [InlineData("XY\u0301", false)]
    [InlineData("XY𐐀", false)]
    [InlineData("𐐀XY", false)]
    [InlineData("XY\u200D", false)]
    [InlineData("XY😀", true)]
    public void A_single_word_is_not_found_inside_another(string text, bool found) =>
        Assert.Equal(found, Load("\"single_word\":true").Encode(text).Contains(256));

    [Fact]
    public void What_was_turned_down_does_not_hide_what_follows() =>
        Assert.Equal(['a', 'X', 'Y', ' ', 256], Load("\"single_word\":true").Encode("aXY XY"));

    private static Tokenizer Load(string flags) => TinyTokenizers.Parse(TinyTokenizers.Json(
        addedTokens: $$"""{"id":256,"content":"XY","special":false,"normalized":false,{{flags}}}"""));
}
