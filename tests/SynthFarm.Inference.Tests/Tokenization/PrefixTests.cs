using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Tests.Tokenization;

/// <summary>The tokens before a text: what post_processor says, and what add_bos_token of tokenizer_config.json says to it.</summary>
public sealed class PrefixTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tokenizer").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(null, true)]
    [InlineData("""{"bos_token":"<s>"}""", true)]
    [InlineData("""{"bos_token":"<s>","add_bos_token":true}""", true)]
    [InlineData("""{"bos_token":"<s>","add_bos_token":false}""", false)]
    public void The_template_holds_unless_the_config_says_no(string? config, bool begins) =>
        Assert.Equal(begins ? [1] : [], Load(TinyTokenizers.CharacterJson(), config).PrefixIds);

    [Fact]
    public void The_config_alone_may_ask_for_the_begin_token()
    {
        string json = TinyTokenizers.CharacterJson(begin: "");
        Assert.Empty(Load(json, null).PrefixIds);
        Assert.Equal([1], Load(json, """{"bos_token":{"content":"<s>"},"add_bos_token":true}""").PrefixIds);
    }

    [Fact]
    public void A_begin_token_that_is_none_is_named()
    {
        string json = TinyTokenizers.CharacterJson(begin: "");
        Assert.Contains("add_bos_token", Assert.Throws<TokenizerFormatException>(() => Load(json, """{"add_bos_token":true}""")).Message, StringComparison.Ordinal);
        Assert.Contains("bos_token", Assert.Throws<TokenizerFormatException>(() => Load(json, """{"bos_token":"<begin>"}""")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sequence_of_offsets_and_template_is_read_as_Llama_3_has_it()
    {
        string json = TinyTokenizers.Json(addedTokens: """{"id":256,"content":"<begin>","special":true}""").Replace("\"post_processor\":null", """
            "post_processor":{"type":"Sequence","processors":[{"type":"ByteLevel","add_prefix_space":true,"trim_offsets":false,"use_regex":true},
            {"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"<begin>","type_id":0}},{"Sequence":{"id":"A","type_id":0}}],
            "pair":[],"special_tokens":{"<begin>":{"id":"<begin>","ids":[256],"tokens":["<begin>"]}}}]}
            """, StringComparison.Ordinal);
        Tokenizer tokenizer = Load(json, null);
        Assert.Equal([256], tokenizer.PrefixIds);
        // Never by itself.
        Assert.Equal(['a'], tokenizer.Encode("a"));
    }

    private Tokenizer Load(string json, string? config)
    {
        File.WriteAllText(Path.Combine(_folder, "tokenizer.json"), json);
        if (config is not null)
            File.WriteAllText(Path.Combine(_folder, "tokenizer_config.json"), config);
        return Tokenizer.Load(_folder);
    }
}
