namespace SynthFarm.Inference.Training;

/// <summary>Weighted cross-entropy of the next token of one sequence.</summary>
internal static class NextTokenLoss
{
    public static double Weight(float[] lossWeights)
    {
        double sum = 0;
        foreach (float weight in lossWeights) sum += weight;
        return sum;
    }

    /// <param name="tokens">Token ids.</param>
    /// <param name="lossWeights">As in <see cref="TrainingExample.LossWeights"/>.</param>
    /// <param name="name">What the weights are called in messages.</param>
    public static void Check(int[] tokens, float[] lossWeights, string name)
    {
        if (lossWeights.Length != tokens.Length)
            throw new ArgumentException($"An example has {tokens.Length} Tokens but {lossWeights.Length} {name}.");
        if (lossWeights[0] != 0)
            throw new ArgumentException($"{name}[0] is {lossWeights[0]}; the first token is predicted from nothing, so it must be 0.");
        for (int i = 0; i < lossWeights.Length; i++)
            if (!(lossWeights[i] >= 0 && float.IsFinite(lossWeights[i])))
                throw new ArgumentException($"{name}[{i}] is {lossWeights[i]}; it must be 0 or more and finite.");
    }

    public static void Add(int[] tokens, float[] lossWeights, int firstRow, MicroBatch batch)
    {
        for (int i = 1; i < tokens.Length; i++)
            if (lossWeights[i] != 0) batch.AddLoss(new LossRow(firstRow + i - 1, tokens[i], lossWeights[i]));
    }
}
