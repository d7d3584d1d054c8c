using System.Text.Json;
using SynthFarm.Inference.Tokenization;
using SynthFarm.TestKit.Interop;
using SynthFarm.TestKit.Text;

namespace SynthFarm.Inference.Tests.Tokenization;

/// <summary>Encodings of OpenAI's tiktoken (npm, Rust), written as tokenizer.json and read by us.</summary>
public class TiktokenAgreementTests
{
    private const int Texts = 10_000;

    [Theory]
    [InlineData("gpt2")]
    [InlineData("cl100k_base")]
    public void Ids_are_those_of_tiktoken(string encoding)
    {
        Assert.SkipWhen(NodeScripts.Missing is not null, NodeScripts.Missing ?? "");
        string folder = Directory.CreateTempSubdirectory("tiktoken").FullName;
        try
        {
            string[] texts = [.. ManyTexts.Of(seed: 11, Texts)];
            File.WriteAllLines(Path.Combine(folder, "texts.jsonl"), texts.Select(text => JsonSerializer.Serialize(text)));
            string[] lines = NodeScripts.Run("tiktoken.mjs", encoding, folder);
            Assert.Equal(Texts, lines.Length);
            Tokenizer tokenizer = Tokenizer.Load(folder);
            for (int i = 0; i < Texts; i++)
            {
                int[] ids = tokenizer.Encode(texts[i]);
                Assert.True(ids.SequenceEqual(JsonSerializer.Deserialize<int[]>(lines[i])!), $"{JsonSerializer.Serialize(texts[i])}: [{string.Join(',', ids)}] and {lines[i]}");
                Assert.Equal(texts[i], tokenizer.Decode(ids));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
