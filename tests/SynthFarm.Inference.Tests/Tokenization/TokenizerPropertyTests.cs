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

    [Fact]
    public void Any_text_comes_back_exactly()
    {
        Tokenizer[] tokenizers =
        [
            TinyTokenizers.Numbers(),
            TinyTokenizers.Parse(TinyTokenizers.Json(""" "he":256,"aa":257,"aaaa":258 """, """ "h e","a a","aa aa" """)),
        ];
        var random = new Random(5);
        for (int round = 0; round < 3000; round++)
        {
            string text = RandomText(random);
            foreach (Tokenizer tokenizer in tokenizers)
            {
                int[] ids = tokenizer.Encode(text);
                Assert.Equal(text, tokenizer.Decode(ids));
                Assert.Equal(Encoding.UTF8.GetBytes(text), tokenizer.DecodeBytes(ids));
                Assert.DoesNotContain(ids, tokenizer.IsSpecial);
                Assert.Equal(text, tokenizer.Decode(tokenizer.Encode(text, allowSpecial: true)));
            }
        }
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
