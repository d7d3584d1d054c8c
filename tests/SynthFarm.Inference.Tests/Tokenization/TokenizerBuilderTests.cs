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

    // The ids that Hugging Face's tokenizers.js 0.2.0 gives for the saved file.
    [Theory]
    [InlineData("Compute 37 + 4 * (12 - 5) - 9.\n", new[] { 1251, 284, 1249, 53, 33, 43, 33, 41, 259, 1248, 54, 42, 1248, 58, 47, 11 })]
    [InlineData("25 - 4 = 21; left: 7, 1000\nAnswer: 12345", new[] { 272, 1248, 53, 1247, 268, 1250, 56, 45, 33, 347, 49, 11, 1252, 370, 292 })]
    [InlineData("a<|endoftext|>b", new[] { 98, 0, 99 })]
    [InlineData("1𝟏2 😀ab é\r\n\t x", new[] { 50, 241, 158, 160, 144, 51, 33, 241, 160, 153, 129, 98, 99, 33, 196, 170, 14, 11, 10, 33, 121 })]
    [InlineData("٣٤٥٦ ²³¼Ⅷ", new[] { 218, 164, 218, 165, 218, 166, 218, 167, 33, 195, 179, 195, 180, 195, 189, 227, 134, 168 })]
    [InlineData("it'll  - 5", new[] { 106, 117, 40, 109, 109, 33, 1248, 54 })]
    public void Ids_are_those_of_the_reference_implementation(string text, int[] ids) =>
        Assert.Equal(ids, TinyTokenizers.Numbers().Encode(text, allowSpecial: true));

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
