using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>Weighted cross-entropy of the next token.</summary>
internal sealed class NextTokenObjective : ITrainingObjective<TrainingExample>
{
    public LlamaHead Head => LlamaHead.LanguageModel;

    public int[] Tokens(TrainingExample example) => example.Tokens;

    public double Weight(TrainingExample example)
    {
        double sum = 0;
        foreach (float weight in example.LossWeights) sum += weight;
        return sum;
    }

    public void Check(TrainingExample example, LlamaConfig config)
    {
        ExampleTokens.Check(example.Tokens, config);
        if (example.LossWeights.Length != example.Tokens.Length)
            throw new ArgumentException($"An example has {example.Tokens.Length} Tokens but {example.LossWeights.Length} LossWeights.");
        if (example.LossWeights[0] != 0)
            throw new ArgumentException($"LossWeights[0] is {example.LossWeights[0]}; the first token is predicted from nothing, so it must be 0.");
        for (int i = 0; i < example.LossWeights.Length; i++)
            if (!(example.LossWeights[i] >= 0 && float.IsFinite(example.LossWeights[i])))
                throw new ArgumentException($"LossWeights[{i}] is {example.LossWeights[i]}; it must be 0 or more and finite.");
    }

    public void AddLosses(TrainingExample example, int firstRow, MicroBatch batch)
    {
        for (int i = 1; i < example.Tokens.Length; i++)
            if (example.LossWeights[i] != 0) batch.AddLoss(new LossRow(firstRow + i - 1, example.Tokens[i], example.LossWeights[i]));
    }
}
