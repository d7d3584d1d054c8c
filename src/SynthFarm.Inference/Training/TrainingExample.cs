namespace SynthFarm.Inference.Training;

/// <summary>One sequence for next-token training.</summary>
/// <param name="Tokens">Token ids, at least one.</param>
/// <param name="LossWeights">
/// For each token, the weight of the loss for predicting it from those before; 0 where nothing is to be learnt (the prompt).
/// As long as <paramref name="Tokens"/>, not negative; the first must be 0, because nothing comes before it.
/// </param>
public sealed record TrainingExample(int[] Tokens, float[] LossWeights);
