using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Tests.Tokenization;

public class TokenizerReaderTests
{
    [Theory]
    [InlineData("\"normalizer\":null", "\"normalizer\":{\"type\":\"NFC\"}", "normalizer")]
    [InlineData("\"truncation\":null", "\"truncation\":{\"max_length\":5}", "truncation")]
    [InlineData("\"post_processor\":null", "\"post_processor\":{\"type\":\"BertProcessing\"}", "post_processor.type")]
    [InlineData("\"dropout\":null", "\"dropout\":0.1", "model.dropout")]
    [InlineData("\"byte_fallback\":false", "\"byte_fallback\":true", "model.byte_fallback")]
    [InlineData("\"type\":\"BPE\"", "\"type\":\"Unigram\"", "model.type")]
    [InlineData("\"version\":\"1.0\"", "\"version\":\"1.0\",\"surprise\":1", "surprise")]
    [InlineData("\"use_regex\":true},\"post", "\"use_regex\":true,\"extra\":1},\"post", "pre_tokenizer.extra")]
    [InlineData("\"merges\":[]", "\"merges\":[\"a b c\"]", "model.merges[0]")]
    [InlineData("\"merges\":[]", "\"merges\":[\"a b\"]", "no \"ab\"")]
    [InlineData("\"added_tokens\":[]", "\"added_tokens\":[{\"id\":300,\"content\":\"x\",\"lstrip\":true}]", "added_tokens[0].lstrip")]
    [InlineData("\"a\":97", "\"a\":98", "\"b\"")]
    [InlineData("\"a\":97", "\"a\":97,\"a\":97", "twice")]
    [InlineData("\"a\":97", "\"aa\":97", "0x61")]
    [InlineData("\"a\":97", "\"a\":-1", "model.vocab.\"a\"")]
    public void Unsupported_or_broken_keys_are_named(string found, string replaced, string named)
    {
        string json = TinyTokenizers.Json().ReplaceLineEndings("");
        Assert.Contains(found, json, StringComparison.Ordinal);
        TokenizerFormatException error = Assert.Throws<TokenizerFormatException>(
            () => TinyTokenizers.Parse(json.Replace(found, replaced, StringComparison.Ordinal)));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Contains("tokenizer.json", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"Whitespace"}""", "pre_tokenizer.type")]
    [InlineData("""{"type":"Digits","individual_digits":true}""", "ByteLevel")]
    [InlineData("""{"type":"Sequence","pretokenizers":[]}""", "ByteLevel")]
    [InlineData("""{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"("},"behavior":"Isolated"},{"type":"ByteLevel"}]}""", "regular expression")]
    [InlineData("""{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"a"},"behavior":"Removed"},{"type":"ByteLevel"}]}""", "pretokenizers[0].behavior")]
    public void Unsupported_pre_tokenizers_are_named(string preTokenizer, string named)
    {
        TokenizerFormatException error = Assert.Throws<TokenizerFormatException>(
            () => TinyTokenizers.Parse(TinyTokenizers.Json(preTokenizer: preTokenizer)));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_json_names_the_line()
    {
        TokenizerFormatException error = Assert.Throws<TokenizerFormatException>(() => TinyTokenizers.Parse("{\n\"version\": oops}"));
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
    }
}
