using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>Binary cross-entropy of step scores with soft labels, all steps of a batch weighing the same, and where an example asks for it that of the next token.</summary>
internal sealed class StepScoreObjective : ITrainingObjective<RewardExample>
{
    public LlamaHead Head => LlamaHead.Score;

    public int[] Tokens(RewardExample example) => example.Tokens;

    public double Weight(RewardExample example) => example.Positions.Length + (example.NextTokenWeights is { } weights ? NextTokenLoss.Weight(weights) : 0);

    public void Check(RewardExample example, LlamaConfig config)
    {
        ExampleTokens.Check(example.Tokens, config);
        if (example.Labels.Length != example.Positions.Length)
            throw new ArgumentException($"An example has {example.Positions.Length} Positions but {example.Labels.Length} Labels.");
        for (int i = 0; i < example.Positions.Length; i++)
        {
            if (example.Positions[i] < 0 || example.Positions[i] >= example.Tokens.Length)
                throw new ArgumentException($"Positions[{i}] is {example.Positions[i]}; the example has {example.Tokens.Length} tokens.");
            if (i > 0 && example.Positions[i] <= example.Positions[i - 1])
                throw new ArgumentException($"Positions[{i}] is {example.Positions[i]} after {example.Positions[i - 1]}; positions must ascend.");
            if (!(example.Labels[i] is >= 0 and <= 1))
                throw new ArgumentException($"Labels[{i}] is {example.Labels[i]}; it must be 0 to 1.");
        }

        if (example.NextTokenWeights is not { } weights) return;
        NextTokenLoss.Check(example.Tokens, weights, nameof(example.NextTokenWeights));
        if (!config.TieWordEmbeddings)
            throw new ArgumentException("An example has NextTokenWeights; a reward model predicts tokens only with tied embeddings, because it has no output matrix.");
    }

    public void AddLosses(RewardExample example, int firstRow, MicroBatch batch)
    {
        for (int i = 0; i < example.Positions.Length; i++)
            batch.AddLoss(new LossRow(firstRow + example.Positions[i], LossRow.NoToken, example.Labels[i]));
        if (example.NextTokenWeights is { } weights) NextTokenLoss.Add(example.Tokens, weights, firstRow, batch);
    }
}
