using System.Text;
using System.Text.Json;
using SynthFarm.Inference.Tokenization.Text;
using SynthFarm.TestKit.Interop;
using SynthFarm.TestKit.Text;

namespace SynthFarm.Inference.Tests.Tokenization;

public class UnicodeNormalizationTests
{
    private static readonly NormalizationForm[] Forms =
        [NormalizationForm.FormC, NormalizationForm.FormD, NormalizationForm.FormKC, NormalizationForm.FormKD];

    [Theory]
    [InlineData("\u1E9B\u0323", "\u1E9B\u0323", "\u017F\u0323\u0307", "\u1E69", "s\u0323\u0307")]
    [InlineData("한", "한", "\u1112\u1161\u11AB", "한", "\u1112\u1161\u11AB")]
    [InlineData("\u1112\u1161\u11AB", "한", "\u1112\u1161\u11AB", "한", "\u1112\u1161\u11AB")]
    // Angstrom sign, a character left out of composition, and marks that have to change places.
    [InlineData("\u212B", "\u00C5", "A\u030A", "\u00C5", "A\u030A")]
    [InlineData("\u0958", "\u0915\u093C", "\u0915\u093C", "\u0915\u093C", "\u0915\u093C")]
    [InlineData("a\u0301\u0323", "\u1EA1\u0301", "a\u0323\u0301", "\u1EA1\u0301", "a\u0323\u0301")]
    [InlineData("a\u0300\u0301", "\u00E0\u0301", "a\u0300\u0301", "\u00E0\u0301", "a\u0300\u0301")]
    [InlineData("\uFDFA", "\uFDFA", "\uFDFA", "صلى الله عليه وسلم", "صلى الله عليه وسلم")]
    [InlineData("\U0001D400½", "\U0001D400½", "\U0001D400½", "A1\u20442", "A1\u20442")]
    public void Forms_are_those_of_the_standards_tables(string text, params string[] expected)
    {
        for (int i = 0; i < Forms.Length; i++)
            Assert.Equal(expected[i], UnicodeNormalization.Apply(text, Forms[i]));
    }

    [Fact]
    public void Forms_are_those_of_Node_for_every_character_and_for_mixtures()
    {
        Assert.SkipWhen(NodeScripts.Missing is not null, NodeScripts.Missing ?? "");
        string folder = Directory.CreateTempSubdirectory("normalize").FullName, file = Path.Combine(folder, "texts.jsonl");
        try
        {
            string[] texts = [.. EveryCharacter(), .. Mixtures(new Random(3)), .. ManyTexts.Of(seed: 12, 5000)];
            File.WriteAllLines(file, texts.Select(text => JsonSerializer.Serialize(text)));
            string[] lines = NodeScripts.Run("normalize.mjs", file);
            Assert.Equal(texts.Length, lines.Length);
            for (int i = 0; i < texts.Length; i++)
                Assert.Equal(JsonSerializer.Deserialize<string[]>(lines[i])!, Forms.Select(form => UnicodeNormalization.Apply(texts[i], form)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>In lines of 64, a comma between two.</summary>
    private static IEnumerable<string> EveryCharacter() => Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Chunk(64)
        .Select(codes => string.Join(',', codes.Select(code => new Rune(code).ToString())));

    /// <summary>Letters with marks of several classes in any order.</summary>
    private static IEnumerable<string> Mixtures(Random random)
    {
        string[] parts = ["a", "e", "s", "\u017F", "\u0301", "\u0323", "\u0307", "\u0338", "\u0345", "\u3099", "か", "\u0915", "\u093C", "\u1112", "\u1161", "\u11AB", "한", "가", "\u0F71", "\u0F72", "\u0F74", "\u1D15F", "ᾳ", "가\u11A7"];
        for (int i = 0; i < 5000; i++)
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => parts[random.Next(parts.Length)]));
    }
}
