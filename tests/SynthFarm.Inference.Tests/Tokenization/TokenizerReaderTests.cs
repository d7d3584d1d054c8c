using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Tests.Tokenization;

public class TokenizerReaderTests
{
    [Theory]
    [InlineData("\"normalizer\":null", "\"normalizer\":{\"type\":\"Nmt\"}", "normalizer.type is \"Nmt\"")]
    [InlineData("\"normalizer\":null", "\"normalizer\":{\"type\":\"NFC\",\"extra\":1}", "normalizer.extra")]
    [InlineData("\"normalizer\":null", "\"normalizer\":{\"type\":\"Sequence\",\"normalizers\":[{\"type\":\"Replace\",\"pattern\":{\"String\":\"\"},\"content\":\"\"}]}", "normalizer.normalizers[0].pattern.String")]
    [InlineData("\"normalizer\":null", "\"normalizer\":{\"type\":\"Replace\",\"pattern\":{\"String\":\" \"},\"content\":\"\\u2581\"}", "ByteLevel")]
    [InlineData("\"truncation\":null", "\"truncation\":{\"max_length\":5}", "truncation")]
    [InlineData("\"post_processor\":null", "\"post_processor\":{\"type\":\"BertProcessing\"}", "post_processor.type")]
    [InlineData("\"dropout\":null", "\"dropout\":0.1", "model.dropout")]
    [InlineData("\"byte_fallback\":false", "\"byte_fallback\":true", "model.byte_fallback")]
    [InlineData("\"type\":\"BPE\"", "\"type\":\"Unigram\"", "model.type")]
    [InlineData("\"version\":\"1.0\"", "\"version\":\"1.0\",\"surprise\":1", "surprise")]
    [InlineData("\"use_regex\":true},\"post", "\"use_regex\":true,\"extra\":1},\"post", "pre_tokenizer.extra")]
    [InlineData("\"merges\":[]", "\"merges\":[\"a b c\"]", "model.merges[0]")]
    [InlineData("\"merges\":[]", "\"merges\":[\"a b\"]", "no \"ab\"")]
    [InlineData("\"added_tokens\":[]", "\"added_tokens\":[{\"id\":300,\"content\":\"x\",\"lstrip\":1}]", "added_tokens[0].lstrip")]
    [InlineData("\"added_tokens\":[]", "\"added_tokens\":[{\"id\":300,\"content\":\"x\"},{\"id\":301,\"content\":\"x\"}]", "Two added tokens have the content \"x\"")]
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

    [Theory]
    [InlineData("\"byte_fallback\":true", "\"byte_fallback\":false", "model.byte_fallback")]
    [InlineData("\"<0x41>\":68,", "", "no token for the byte 0x41")]
    [InlineData("{\"type\":\"ByteFallback\"},", "", "decoder must have a step ByteFallback")]
    [InlineData("{\"type\":\"Replace\",\"pattern\":{\"String\":\"▁\"},\"content\":\" \"},{\"type\":\"ByteFallback\"}", "{\"type\":\"ByteFallback\"}", "decoder must turn ▁ into a space")]
    [InlineData("\"start\":1", "\"start\":2", "decoder.decoders[3].start")]
    [InlineData("{\"type\":\"Fuse\"},", "", "must stand behind Fuse")]
    [InlineData("{\"type\":\"Fuse\"}", "{\"type\":\"CTC\"}", "decoder.decoders[2].type is \"CTC\"")]
    [InlineData("\"ids\":[1]", "\"ids\":[99999]", "99999")]
    [InlineData("{\"Sequence\":{\"id\":\"A\",\"type_id\":0}}]", "{\"Sequence\":{\"id\":\"A\",\"type_id\":0}},{\"SpecialToken\":{\"id\":\"<s>\",\"type_id\":0}}]", "post_processor.single[2]")]
    [InlineData("\"content\":\"▁\"}]}", "\"content\":\"▁\"},{\"type\":\"NFC\"}]}", "normalizer.normalizers[2]")]
    [InlineData("\"pre_tokenizer\":null", "\"pre_tokenizer\":{\"type\":\"Metaspace\",\"prepend_scheme\":\"last\"}", "pre_tokenizer.prepend_scheme")]
    public void What_does_not_fit_a_vocabulary_of_characters_is_named(string found, string replaced, string named)
    {
        string json = TinyTokenizers.CharacterJson().ReplaceLineEndings("");
        Assert.Contains(found, json, StringComparison.Ordinal);
        TokenizerFormatException error = Assert.Throws<TokenizerFormatException>(
            () => TinyTokenizers.Parse(json.Replace(found, replaced, StringComparison.Ordinal)));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Contains("tokenizer.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_json_names_the_line()
    {
        TokenizerFormatException error = Assert.Throws<TokenizerFormatException>(() => TinyTokenizers.Parse("{\n\"version\": oops}"));
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
    }
}
