using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Tests.Tokenization;

/// <summary>Vocabularies of characters with bytes for the rest, as Llama 2 and Mistral have them; ids by hand.</summary>
public class ByteFallbackTests
{
    private const int Space = 259, H = 261, E = 262, L = 263, O = 264, Hello = 269, Middle = 270;

    private static readonly Tokenizer Llama2 = TinyTokenizers.Parse(TinyTokenizers.CharacterJson());
    private static readonly Tokenizer Mistral = TinyTokenizers.Parse(
        TinyTokenizers.CharacterJson(normalizer: "null", preTokenizer: TinyTokenizers.MistralPreTokenizer));

    [Fact]
    public void A_text_gets_a_space_and_its_merges()
    {
        foreach (Tokenizer tokenizer in (Tokenizer[])[Llama2, Mistral])
        {
            Assert.Equal([Hello], tokenizer.Encode("hello"));
            // Two in a row, the one put before and the one that is there; Metaspace puts none where there is one, so decoding loses it.
            int[] spaced = tokenizer.Encode(" hello");
            Assert.Equal(tokenizer == Llama2 ? [260, H, 266, 267] : [Hello], spaced);
            Assert.Equal(tokenizer == Llama2 ? " hello" : "hello", tokenizer.Decode(spaced));
            Assert.Equal("  hello"[(tokenizer == Llama2 ? 0 : 1)..], tokenizer.DecodeContinuation(spaced));
            Assert.Equal([Hello, Hello], tokenizer.Encode("hello hello"));
            Assert.Empty(tokenizer.Encode(""));
        }
    }

    [Fact]
    public void Characters_that_the_vocabulary_lacks_are_spelt_in_bytes()
    {
        Assert.Equal([Space, Middle, 3 + 0xC3, 3 + 0xA9, 3 + '\n'], Llama2.Encode("中é\n"));
        Assert.Equal([Space, 3 + 0xF0, 3 + 0x9F, 3 + 0x98, 3 + 0x80], Llama2.Encode("😀"));
        Assert.Equal("中é\n", Llama2.Decode(Llama2.Encode("中é\n")));
        Assert.Equal("\uFFFD", Llama2.DecodeContinuation([3 + 0xC3]));
    }

    [Fact]
    public void The_text_of_a_byte_token_is_text()
    {
        int[] ids = Llama2.EncodeContinuation("<0x0A>");
        Assert.Equal(['<' + 3, '0' + 3, 'x' + 3, '0' + 3, 'A' + 3, '>' + 3], ids);
    }

    [Fact]
    public void A_text_may_hold_the_character_that_the_file_writes_for_a_space()
    {
        Assert.Equal([3 + 0xE2, 3 + 0x96, 3 + 0x81], Llama2.EncodeContinuation("▁"));
        Assert.Equal("▁ ▁", Llama2.Decode(Llama2.Encode("▁ ▁")));
    }

    [Fact]
    public void A_continuation_gets_no_space()
    {
        foreach (Tokenizer tokenizer in (Tokenizer[])[Llama2, Mistral])
        {
            Assert.Equal([H, 266, 267], tokenizer.EncodeContinuation("hello"));
            Assert.Equal([Hello], tokenizer.EncodeContinuation(" hello"));
            Assert.Equal("hello hello", tokenizer.Decode([.. tokenizer.Encode("hello"), .. tokenizer.EncodeContinuation(" hello")]));
            Assert.Equal(" hello", tokenizer.DecodeContinuation([Hello]));
            Assert.Equal("hello", tokenizer.Decode([Hello]));
        }
    }

    [Fact]
    public void Behind_a_control_token_Llama_2_puts_a_space_and_Mistral_does_not()
    {
        Assert.Equal([1, Hello, 2, Hello], Llama2.Encode("<s>hello</s>hello", allowSpecial: true));
        Assert.Equal([1, H, 266, 267], Mistral.Encode("<s>hello", allowSpecial: true));
        Assert.Equal([Hello, 2, H, 266, 267], Mistral.Encode("hello</s>hello", allowSpecial: true));
    }

    [Fact]
    public void Control_tokens_of_old_files_are_found_before_the_space_is_put()
    {
        string json = TinyTokenizers.CharacterJson().Replace("\"normalized\":false", "\"normalized\":true", StringComparison.Ordinal);
        Assert.Equal([1, Hello], TinyTokenizers.Parse(json).Encode("<s>hello", allowSpecial: true));
    }

    [Fact]
    public void Pieces_with_a_space_inside_are_found()
    {
        string json = TinyTokenizers.CharacterJson(vocabulary: "\"o▁\":271,\"o▁h\":272").Replace("\"▁ ▁\",", "\"o ▁\",\"o▁ h\",\"▁ ▁\",", StringComparison.Ordinal);
        Tokenizer tokenizer = TinyTokenizers.Parse(json);
        Assert.Equal([Space, 272, E], tokenizer.Encode("o he"));
        Assert.Equal("o he", tokenizer.Decode([Space, 272, E]));
    }

    [Theory]
    [InlineData("always", new[] { Hello, 271, Hello, 1, Hello })]
    [InlineData("first", new[] { Hello, 271, Hello, 1, H, 266, 267 })]
    [InlineData("never", new[] { H, 266, 267, 271, Hello, 1, H, 266, 267 })]
    public void Each_scheme_of_Metaspace_puts_its_spaces(string scheme, int[] expected)
    {
        string added = """{"id":271,"content":"<x>","special":false}""";
        string json = TinyTokenizers.CharacterJson("null", $$"""{"type":"Metaspace","replacement":"▁","prepend_scheme":"{{scheme}}","split":true}""", addedTokens: added);
        if (scheme == "never")
            json = json.Replace("\"start\":1", "\"start\":0", StringComparison.Ordinal);
        Tokenizer tokenizer = TinyTokenizers.Parse(json);
        int[] ids = tokenizer.Encode("hello<x> hello<s>hello", allowSpecial: true);
        Assert.Equal(expected, ids);
    }

    [Fact]
    public void Split_keeps_spaces_apart()
    {
        string json = TinyTokenizers.CharacterJson("null", """{"type":"Metaspace","replacement":"▁","prepend_scheme":"never","split":true}""");
        Assert.Equal([Space, Space, 265], TinyTokenizers.Parse(json).Encode("   h"));
        Assert.Equal([Space, L, 260, 265, O], Llama2.Encode("l   ho"));
    }
}
