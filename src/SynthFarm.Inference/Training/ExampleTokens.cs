using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>Bounds every example has to keep.</summary>
internal static class ExampleTokens
{
    public static void Check(int[] tokens, LlamaConfig config)
    {
        if (tokens.Length == 0 || tokens.Length > config.MaxPositions)
            throw new ArgumentException($"An example has {tokens.Length} tokens; the model takes 1 to {config.MaxPositions}.");
        for (int i = 0; i < tokens.Length; i++)
            if ((uint)tokens[i] >= (uint)config.VocabularySize)
                throw new ArgumentException($"Tokens[{i}] is {tokens[i]}; the vocabulary has {config.VocabularySize}.");
    }
}
