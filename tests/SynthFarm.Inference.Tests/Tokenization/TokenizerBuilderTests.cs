using System.Globalization;
using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Tests.Tokenization;

public class TokenizerBuilderTests
{
    [Fact]
    public void Every_integer_below_a_thousand_is_one_token()
    {
        Tokenizer tokenizer = TinyTokenizers.Numbers();
        for (int i = 0; i < 1000; i++)
            Assert.Single(tokenizer.Encode(i.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal([tokenizer.TokenId("123"), tokenizer.TokenId("45")], tokenizer.Encode("12345"));
        Assert.Equal(1 + 256 + 990 + 6, tokenizer.VocabularySize);
    }

    [Fact]
    public void Phrases_are_one_token_wherever_they_stand()
    {
        Tokenizer tokenizer = TinyTokenizers.Numbers();
        int[] ids = tokenizer.Encode("25 - 4 = 21; left: 7\nAnswer: 21");
        Assert.Equal(["25", " - ", "4", " = ", "21", "; left: ", "7", "\n", "Answer: ", "21"], ids.Select(id => tokenizer.Decode([id])));
    }

    [Fact]
    public void Saved_files_load_again_with_the_same_ids()
    {
        Tokenizer tokenizer = TinyTokenizers.Numbers();
        string folder = Directory.CreateTempSubdirectory("tokenizer").FullName;
        try
        {
            tokenizer.Save(folder);
            Tokenizer loaded = Tokenizer.Load(folder);
            const string text = "Compute 12 + 345 - 9. é 😀 <|endoftext|>";
            Assert.Equal(tokenizer.Encode(text), loaded.Encode(text));
            Assert.Equal(tokenizer.Encode(text, allowSpecial: true), loaded.Encode(text, allowSpecial: true));
            Assert.Equal(tokenizer.VocabularySize, loaded.VocabularySize);
            Assert.Equal(0, loaded.EosId);
            Assert.Equal(0, loaded.BosId);
            byte[] first = File.ReadAllBytes(Path.Combine(folder, "tokenizer.json"));
            loaded.Save(folder);
            Assert.Equal(first, File.ReadAllBytes(Path.Combine(folder, "tokenizer.json")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Words_that_could_never_be_used_and_repeated_tokens_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => new TokenizerBuilder().AddWord("two words").Build());
        Assert.Throws<InvalidOperationException>(() => new TokenizerBuilder().AddWord("12").AddIntegers(10, 12).Build());
        Assert.Throws<InvalidOperationException>(() => new TokenizerBuilder().AddPhrase("ab").AddWord("ab").Build());
    }
}
