using System.Text;
using SynthFarm.Inference.Tokenization;
using SynthFarm.Inference.Tokenization.PreTokenizers;

namespace SynthFarm.Inference.Tests.Tokenization;

public class TokenizerTests
{
    private const string Vocabulary = """ "he":256,"ll":257,"hell":258,"hello":259,"Ġw":260,"or":261,"Ġwor":262,"Ġworl":263,"12":264 """;
    private const string Merges = """ "h e", "l l", ["he","ll"], "hell o", "Ġ w", "o r", "Ġw or", "Ġwor l" """;

    [Fact]
    public void Merges_apply_by_rank_and_give_the_ids_computed_by_hand()
    {
        Tokenizer tokenizer = TinyTokenizers.Parse(TinyTokenizers.Json(Vocabulary, Merges));
        Assert.Equal([259, 263, (int)'d'], tokenizer.Encode("hello world"));
        Assert.Equal(['h', 257, 'o'], tokenizer.Encode("hllo"));
        // "12" is in the vocabulary but no merge makes it.
        Assert.Equal(['1', '2'], tokenizer.Encode("12"));
    }

    [Fact]
    public void Ignore_merges_takes_whole_pre_tokens_from_the_vocabulary()
    {
        Tokenizer tokenizer = TinyTokenizers.Parse(TinyTokenizers.Json(""" "12":256 """, ignoreMerges: "true"));
        Assert.Equal([256], tokenizer.Encode("12"));
        Assert.Equal(['1', '2', '3'], tokenizer.Encode("123"));
    }

    [Fact]
    public void Added_tokens_match_the_longest_from_the_left()
    {
        const string added = """
            {"id":256,"content":"ab","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":false},
            {"id":257,"content":"abcd","special":false}, {"id":258,"content":"bc","special":false}, {"id":259,"content":"<e>","special":true}
            """;
        Tokenizer tokenizer = TinyTokenizers.Parse(TinyTokenizers.Json(addedTokens: added));
        Assert.Equal([256, 'c', 'x'], tokenizer.Encode("abcx"));
        Assert.Equal([257, 258], tokenizer.Encode("abcdbc"));
        Assert.Equal(['<', 'e', '>'], tokenizer.Encode("<e>"));
        Assert.Equal([259, 'x'], tokenizer.Encode("<e>x", allowSpecial: true));
        Assert.Equal("<e>abcd", tokenizer.Decode([259, 257]));
    }

    [Fact]
    public void Unnormalized_added_tokens_match_before_the_others()
    {
        const string added = """{"id":256,"content":"abc","normalized":true,"special":false},{"id":257,"content":"bc","normalized":false,"special":false}""";
        Assert.Equal(['a', 257], TinyTokenizers.Parse(TinyTokenizers.Json(addedTokens: added)).Encode("abc"));
    }

    [Fact]
    public void A_control_token_in_the_vocabulary_is_never_made_from_text()
    {
        Tokenizer tokenizer = TinyTokenizers.Parse(TinyTokenizers.Json(
            """ "stop":256 """, ignoreMerges: "true", addedTokens: """{"id":256,"content":"stop","special":true}"""));
        Assert.Equal(['s', 't', 'o', 'p'], tokenizer.Encode("stop"));
        Assert.Equal([256], tokenizer.Encode("stop", allowSpecial: true));
        Assert.True(tokenizer.IsSpecial(256));
    }

    [Fact]
    public void Regular_expressions_see_code_points_beyond_the_first_plane()
    {
        // In code points, an emoji may precede a word, and a mathematical letter is a letter.
        string pattern = System.Text.Json.JsonSerializer.Serialize(SplitPreTokenizer.Llama3Pattern);
        string split = $$$"""
            {"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":{{{pattern}}} },"behavior":"Isolated","invert":false},
            {"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":false}]}
            """;
        string[] words = ["😀ab", "𝐀b", "1𝟏"];
        string vocabulary = string.Join(',', words.Select((word, i) =>
            $"\"{ByteLevelAlphabet.ToText(Encoding.UTF8.GetBytes(word))}\":{256 + i}"));
        Tokenizer tokenizer = TinyTokenizers.Parse(TinyTokenizers.Json(vocabulary, ignoreMerges: "true", preTokenizer: split));
        Assert.Equal([256], tokenizer.Encode("😀ab"));
        Assert.Equal([257], tokenizer.Encode("𝐀b"));
        Assert.Equal([258], tokenizer.Encode("1𝟏"));
        Assert.Equal("😀ab 𝐀b", tokenizer.Decode(tokenizer.Encode("😀ab 𝐀b")));
    }

    [Fact]
    public void Digits_and_the_prefix_space_follow_the_library()
    {
        Tokenizer digits = TinyTokenizers.Parse(TinyTokenizers.Json(""" "12":256,"Ġa":257 """, ignoreMerges: "true", preTokenizer: """
            {"type":"Sequence","pretokenizers":[{"type":"Digits","individual_digits":false},
             {"type":"ByteLevel","add_prefix_space":false,"use_regex":false}]}
            """));
        Assert.Equal(['a', 256, 257], digits.Encode("a12 a"));
        Tokenizer prefixed = TinyTokenizers.Parse(TinyTokenizers.Json(""" "Ġa":256 """, ignoreMerges: "true", preTokenizer:
            """{"type":"ByteLevel","add_prefix_space":true,"use_regex":true}"""));
        Assert.Equal([256], prefixed.Encode("a"));
        Assert.Equal([256], prefixed.Encode(" a"));
    }

    [Fact]
    public void Decoding_keeps_bytes_that_are_no_text()
    {
        Tokenizer tokenizer = TinyTokenizers.Parse(TinyTokenizers.Json());
        Assert.Equal(new byte[] { 0xF0, 0x9F, 0x41 }, tokenizer.DecodeBytes([0xF0, 0x9F, 0x41]));
        Assert.Equal("\uFFFDA", tokenizer.Decode([0xF0, 0x9F, 0x41]));
    }

    [Fact]
    public void Text_decoder_holds_a_character_back_until_it_is_whole()
    {
        Tokenizer tokenizer = TinyTokenizers.Parse(TinyTokenizers.Json());
        var decoder = new TokenTextDecoder(tokenizer);
        string[] parts = [.. tokenizer.Encode("a😀b").Select(decoder.Append)];
        Assert.Equal(["a", "", "", "", "😀", "b"], parts);
        Assert.Equal("", decoder.Append(0xF0));
        Assert.Equal("\uFFFD", decoder.Finish());
    }

    [Fact]
    public void A_lone_surrogate_is_refused_with_its_place()
    {
        Tokenizer tokenizer = TinyTokenizers.Numbers();
        ArgumentException error = Assert.Throws<ArgumentException>(() => tokenizer.Encode("😀ab\uD83D c"));
        Assert.Contains("U+D83D at index 4", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => tokenizer.Encode("\uDE00"));
    }

    [Fact]
    public void Unknown_ids_and_texts_are_errors()
    {
        Tokenizer tokenizer = TinyTokenizers.Numbers();
        Assert.Throws<ArgumentOutOfRangeException>(() => tokenizer.Decode([tokenizer.VocabularySize]));
        Assert.Throws<ArgumentOutOfRangeException>(() => tokenizer.Decode([-1]));
        Assert.Throws<KeyNotFoundException>(() => tokenizer.TokenId("no such token"));
    }
}
