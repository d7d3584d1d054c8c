using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Tests.Tokenization;

/// <summary>What a normaliser of the file makes of a text, seen through a byte-level tokenizer.</summary>
public class NormalizerTests
{
    [Theory]
    [InlineData("""{"type":"NFC"}""", "e\u0301 ﬁ", "é ﬁ")]
    [InlineData("""{"type":"NFD"}""", "é ﬁ", "e\u0301 ﬁ")]
    [InlineData("""{"type":"NFKC"}""", "e\u0301 ﬁ\u00A0①", "é fi 1")]
    [InlineData("""{"type":"NFKD"}""", "é ﬁ", "e\u0301 fi")]
    [InlineData("""{"type":"Lowercase"}""", "ÀSSΣ İ 𐐀", "àssσ i\u0307 𐐨")]
    [InlineData("""{"type":"Strip","strip_left":true,"strip_right":false}""", "\u00A0 a \n", "a \n")]
    [InlineData("""{"type":"Strip","strip_left":false,"strip_right":true}""", " a \n", " a")]
    [InlineData("""{"type":"Strip","strip_left":true,"strip_right":true}""", " \n ", "")]
    [InlineData("""{"type":"Prepend","prepend":"> "}""", "a", "> a")]
    [InlineData("""{"type":"Prepend","prepend":"> "}""", "", "")]
    [InlineData("""{"type":"Replace","pattern":{"String":"ab"},"content":"$0"}""", "abab", "$0$0")]
    [InlineData("""{"type":"Replace","pattern":{"Regex":"\\s{2,}"},"content":" "}""", "a  b\n\nc d", "a b c d")]
    [InlineData("""{"type":"Sequence","normalizers":[{"type":"Lowercase"},{"type":"Sequence","normalizers":[{"type":"NFC"}]}]}""", "E\u0301", "é")]
    public void Text_is_changed_as_the_step_says(string step, string text, string expected)
    {
        Tokenizer tokenizer = Load(step);
        Assert.Equal(expected, tokenizer.Decode(tokenizer.Encode(text)));
    }

    [Fact]
    public void A_continuation_is_not_put_behind_anything()
    {
        Tokenizer tokenizer = Load("""{"type":"Prepend","prepend":"> "}""");
        Assert.Equal("a", tokenizer.Decode(tokenizer.EncodeContinuation("a")));
    }

    [Fact]
    public void Only_what_lies_between_added_tokens_is_changed()
    {
        Tokenizer tokenizer = Load("""{"type":"Lowercase"}""", """{"id":256,"content":"AB","normalized":false,"special":false}""");
        Assert.Equal(['a', 256, 'c'], tokenizer.Encode("AABC"));
    }

    [Fact]
    public void An_added_token_that_is_normalised_is_found_in_what_the_steps_left()
    {
        Tokenizer tokenizer = Load("""{"type":"Lowercase"}""", """{"id":256,"content":"AB","normalized":true,"special":false}""");
        Assert.Equal([256, 256, 'c'], tokenizer.Encode("abABC"));
    }

    private static Tokenizer Load(string step, string addedTokens = "") =>
        TinyTokenizers.Parse(TinyTokenizers.Json(addedTokens: addedTokens).Replace("\"normalizer\":null", "\"normalizer\":" + step, StringComparison.Ordinal));
}
