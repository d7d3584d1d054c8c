using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Tests.Decoding;
using SynthFarm.Inference.Tests.Tokenization;
using SynthFarm.Inference.Tokenization;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Tests.Engine;

/// <summary>Model folders on disk with random weights that prefer a few tokens, ends of lines and of the text among them.</summary>
internal static class ModelFolders
{
    private static readonly string[] Preferred = ["\n", "12", "7", " + ", " = ", " - ", "345", "a", "(", "é"];

    public static EngineModel Load(LlamaHead head, int seed, EngineOptions? options = null)
    {
        string folder = Directory.CreateTempSubdirectory("model").FullName;
        try
        {
            Write(folder, head, seed);
            return EngineModel.Load(folder, options, "random");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static void Write(string folder, LlamaHead head, int seed)
    {
        Tokenizer tokenizer = TinyTokenizers.Numbers();
        LlamaWeights weights = TestModels.Random(
            TestModels.Even with { VocabularySize = tokenizer.VocabularySize + 3, TieWordEmbeddings = head == LlamaHead.Score, Head = head }, seed);
        if (head == LlamaHead.LanguageModel)
        {
            int hidden = weights.Config.HiddenSize;
            HashSet<int> preferred = [tokenizer.EosId!.Value, .. Preferred.SelectMany(text => tokenizer.Encode(text))];
            float[] output = weights[LlamaTensors.Output];
            for (int i = 0; i < output.Length; i++)
                output[i] *= preferred.Contains(i / hidden) ? 5 : 0;
        }

        weights.Save(folder);
        tokenizer.Save(folder);
    }
}
