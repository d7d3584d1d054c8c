using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Tests.Tokenization;

/// <summary>Tokenizers for tests.</summary>
internal static class TinyTokenizers
{
    /// <summary>256 bytes, the integers to 999, one control token and a few phrases.</summary>
    public static Tokenizer Numbers() => new TokenizerBuilder()
        .AddEndOfText("<|endoftext|>")
        .AddIntegers(10, 999)
        .AddPhrase(" = ").AddPhrase(" - ").AddPhrase(" + ").AddPhrase("; left: ").AddPhrase("Compute ").AddPhrase("Answer: ")
        .Build();

    /// <summary>The text of a tokenizer.json with all bytes (byte b has id b), then what is given.</summary>
    public static string Json(string vocabulary = "", string merges = "", string addedTokens = "", string ignoreMerges = "false",
        string preTokenizer = """{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":true}""")
    {
        IEnumerable<string> bytes = Enumerable.Range(0, 256).Select(b =>
            $"{System.Text.Json.JsonSerializer.Serialize(ByteLevelAlphabet.ToChar((byte)b).ToString())}:{b}");
        string all = string.Join(',', bytes.Append(vocabulary).Where(part => part.Length > 0));
        return $$$"""
            {"version":"1.0","truncation":null,"padding":null,"added_tokens":[{{{addedTokens}}}],"normalizer":null,
            "pre_tokenizer":{{{preTokenizer}}},"post_processor":null,
            "decoder":{"type":"ByteLevel","add_prefix_space":true,"trim_offsets":true,"use_regex":true},
            "model":{"type":"BPE","dropout":null,"unk_token":null,"continuing_subword_prefix":"","end_of_word_suffix":"",
            "fuse_unk":false,"byte_fallback":false,"ignore_merges":{{{ignoreMerges}}},"vocab":{{{Braces(all)}}},"merges":[{{{merges}}}]}}
            """;
    }

    private static string Braces(string text) => "{" + text + "}";

    public static Tokenizer Parse(string json)
    {
        string folder = Directory.CreateTempSubdirectory("tokenizer").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "tokenizer.json"), json);
            return Tokenizer.Load(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
