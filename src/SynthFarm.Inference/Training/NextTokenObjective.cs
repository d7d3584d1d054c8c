using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>Weighted cross-entropy of the next token.</summary>
internal sealed class NextTokenObjective : ITrainingObjective<TrainingExample>
{
    public LlamaHead Head => LlamaHead.LanguageModel;

    public int[] Tokens(TrainingExample example) => example.Tokens;

    public double Weight(TrainingExample example) => NextTokenLoss.Weight(example.LossWeights);

    public void Check(TrainingExample example, LlamaConfig config)
    {
        ExampleTokens.Check(example.Tokens, config);
        NextTokenLoss.Check(example.Tokens, example.LossWeights, nameof(example.LossWeights));
    }

    public void AddLosses(TrainingExample example, int firstRow, MicroBatch batch) =>
        NextTokenLoss.Add(example.Tokens, example.LossWeights, firstRow, batch);
}
