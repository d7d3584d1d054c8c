using SynthFarm.Inference.Weights;

namespace SynthFarm.TinyModels.Recipe;

/// <summary>The shape of the shipped models.</summary>
public static class TinyArchitecture
{
    /// <summary>Width 128, six layers of four heads, tied embeddings, 1,024 positions: about 1.4 million parameters.</summary>
    /// <param name="vocabularySize">Tokens of <see cref="TinyTokenizer"/>.</param>
    public static LlamaConfig Create(int vocabularySize) => new()
    {
        HiddenSize = 128,
        Layers = 6,
        Heads = 4,
        KeyValueHeads = 4,
        HeadDim = 32,
        IntermediateSize = 352,
        VocabularySize = vocabularySize,
        MaxPositions = 1024,
        RopeTheta = 10_000,
        RmsNormEpsilon = 1e-5f,
        TieWordEmbeddings = true,
    };
}
