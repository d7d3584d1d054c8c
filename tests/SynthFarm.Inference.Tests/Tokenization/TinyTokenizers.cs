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

    /// <summary>As Llama 2's files have it: a space before each section, spaces written as U+2581, no pre-tokenization.</summary>
    public const string Llama2Normalizer =
        """{"type":"Sequence","normalizers":[{"type":"Prepend","prepend":"▁"},{"type":"Replace","pattern":{"String":" "},"content":"▁"}]}""";

    /// <summary>As newer files of Mistral have it: a space before the first section.</summary>
    public const string MistralPreTokenizer = """{"type":"Metaspace","replacement":"▁","prepend_scheme":"first","split":false}""";

    private const string CharacterDecoder = """
        {"type":"Sequence","decoders":[{"type":"Replace","pattern":{"String":"▁"},"content":" "},{"type":"ByteFallback"},{"type":"Fuse"},
        {"type":"Strip","content":" ","start":1,"stop":0}]}
        """;

    /// <summary>
    /// The text of a tokenizer.json of SentencePiece's kind: <c>&lt;unk&gt;</c>, <c>&lt;s&gt;</c>, <c>&lt;/s&gt;</c>, byte b with the id 3 + b, then from 259 on
    /// the pieces ▁ ▁▁ h e l o ▁h el lo ▁hel ▁hello 中 and what is given. Merges have the order of what they make.
    /// </summary>
    public static string CharacterJson(string normalizer = Llama2Normalizer, string preTokenizer = "null", string decoder = CharacterDecoder,
        string addedTokens = "", string vocabulary = "", string begin = """{"SpecialToken":{"id":"<s>","type_id":0}},""")
    {
        string[] pieces = ["▁", "▁▁", "h", "e", "l", "o", "▁h", "el", "lo", "▁hel", "▁hello", "中"];
        IEnumerable<string> entries = ["\"<unk>\":0", "\"<s>\":1", "\"</s>\":2", .. Enumerable.Range(0, 256).Select(b => $"\"<0x{b:X2}>\":{3 + b}"),
            .. pieces.Select((piece, i) => $"\"{piece}\":{259 + i}")];
        string all = string.Join(',', entries.Append(vocabulary).Where(part => part.Length > 0));
        string[] special = ["<unk>", "<s>", "</s>"];
        IEnumerable<string> added = special.Select((text, id) =>
            $$"""{"id":{{id}},"content":"{{text}}","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true}""");
        return $$$"""
            {"version":"1.0","truncation":null,"padding":null,"added_tokens":[{{{string.Join(',', added.Append(addedTokens).Where(part => part.Length > 0))}}}],
            "normalizer":{{{normalizer}}},"pre_tokenizer":{{{preTokenizer}}},
            "post_processor":{"type":"TemplateProcessing","single":[{{{begin}}}{"Sequence":{"id":"A","type_id":0}}],"pair":[],
            "special_tokens":{"<s>":{"id":"<s>","ids":[1],"tokens":["<s>"]} } },"decoder":{{{decoder}}},
            "model":{"type":"BPE","dropout":null,"unk_token":"<unk>","continuing_subword_prefix":null,"end_of_word_suffix":null,
            "fuse_unk":true,"byte_fallback":true,"vocab":{{{Braces(all)}}},"merges":["▁ ▁","▁ h","e l","l o","▁h el","▁hel lo"]}}
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
