using System.Text;
using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Tests.Tokenization;

public class TokenizerPropertyTests
{
    private static readonly string[] Fragments =
    [
        "12", " = ", "Compute ", "; left: ", "<|endoftext|>", "\r\n", "\t ", "\0", "\u001b[31m", "\u202E", "é", "中文", "😀", "👩‍👩‍👧", "𝐀", "'ll",
        "   ", "\uFFFD", "\uFEFF", "a", "Z", "0", "999", "1234567", "{\"a\":1}", "<think>", "\u0301", "ſ", "K",
    ];

    private static readonly Tokenizer[] Tokenizers =
    [
        TinyTokenizers.Numbers(),
        TinyTokenizers.Parse(TinyTokenizers.Json(""" "he":256,"aa":257,"aaaa":258 """, """ "h e","a a","aa aa" """)),
        TinyTokenizers.Parse(TinyTokenizers.CharacterJson()),
        TinyTokenizers.Parse(TinyTokenizers.CharacterJson("null", TinyTokenizers.MistralPreTokenizer)),
        TinyTokenizers.Parse(TinyTokenizers.CharacterJson("null", TinyTokenizers.MistralPreTokenizer.Replace("\"split\":false", "\"split\":true", StringComparison.Ordinal))),
    ];

    private static readonly Tokenizer[] Metaspace = Tokenizers[3..];

    [Fact]
    public void Any_text_comes_back_exactly()
    {
        var random = new Random(5);
        for (int round = 0; round < 3000; round++)
        {
            string drawn = RandomText(random), rest = RandomText(random);
            foreach (Tokenizer tokenizer in Tokenizers)
            {
                // Metaspace puts no space before a text that has one, and decoding takes one all the same.
                string text = Metaspace.Contains(tokenizer) ? drawn.TrimStart(' ') : drawn;
                int[] ids = tokenizer.Encode(text);
                Assert.Equal(text, tokenizer.Decode(ids));
                Assert.DoesNotContain(ids, tokenizer.IsSpecial);
                int[] more = tokenizer.EncodeContinuation(rest);
                Assert.DoesNotContain(more, tokenizer.IsSpecial);
                Assert.Equal(Encoding.UTF8.GetBytes(rest), tokenizer.DecodeBytes(more));
                Assert.Equal(text + rest, text.Length > 0 ? tokenizer.Decode([.. ids, .. more]) : tokenizer.DecodeContinuation(more));
                Assert.Equal(text + rest, tokenizer.DecodeContinuation(tokenizer.EncodeContinuation(text + rest, allowSpecial: true)));
            }
        }
    }

    [Fact]
    public void A_saved_tokenizer_is_the_same_and_saves_the_same()
    {
        string folder = Directory.CreateTempSubdirectory("tokenizer").FullName, file = Path.Combine(folder, "tokenizer.json");
        var random = new Random(7);
        string[] texts = [.. Enumerable.Range(0, 300).Select(_ => RandomText(random))];
        foreach (Tokenizer tokenizer in Tokenizers)
        {
            tokenizer.Save(folder);
            byte[] saved = File.ReadAllBytes(file);
            Tokenizer loaded = Tokenizer.Load(folder);
            Assert.Equal(tokenizer.PrefixIds, loaded.PrefixIds);
            Assert.All(texts, text => Assert.Equal(tokenizer.Encode(text, allowSpecial: true), loaded.Encode(text, allowSpecial: true)));
            loaded.Save(folder);
            Assert.Equal(saved, File.ReadAllBytes(file));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Long_texts_take_linear_time()
    {
        Tokenizer tokenizer = TinyTokenizers.Parse(TinyTokenizers.Json(""" "aa":256,"aaaa":257 """, """ "a a","aa aa" """));
        // A hundred thousand merges in one pre-token: minutes if each merge looked at the whole of it.
        string text = new string('a', 200_000) + new string(' ', 100_000) + new string('\n', 100_000);
        int[] ids = tokenizer.Encode(text);
        Assert.Equal(50_000, ids.Count(id => id == 257));
        Assert.Equal(text, tokenizer.Decode(ids));
    }

    [Fact]
    public void Parallel_use_gives_the_same_ids()
    {
        Tokenizer tokenizer = TinyTokenizers.Numbers();
        var random = new Random(6);
        string[] texts = [.. Enumerable.Range(0, 400).Select(_ => RandomText(random))];
        int[][] expected = [.. texts.Select(text => TinyTokenizers.Numbers().Encode(text))];
        Parallel.For(0, texts.Length, i => Assert.Equal(expected[i], tokenizer.Encode(texts[i])));
    }

    private static string RandomText(Random random)
    {
        var text = new StringBuilder();
        for (int n = random.Next(12); n > 0; n--)
        {
            if (random.Next(3) > 0)
            {
                text.Append(Fragments[random.Next(Fragments.Length)]);
                continue;
            }

            int value = random.Next(2) == 0 ? random.Next(0x80) : random.Next(0x110000);
            if (Rune.IsValid(value))
                text.Append(new Rune(value).ToString());
        }

        return text.ToString();
    }
}
