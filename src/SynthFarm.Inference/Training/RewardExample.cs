namespace SynthFarm.Inference.Training;

/// <summary>One sequence for training a process reward model.</summary>
/// <param name="Tokens">Token ids, at least one.</param>
/// <param name="Positions">Indexes into <paramref name="Tokens"/> after which a step has ended and is scored; ascending.</param>
/// <param name="Labels">Probability, 0 to 1, that each of these steps leads to a correct end; soft labels are allowed.</param>
public sealed record RewardExample(int[] Tokens, int[] Positions, float[] Labels)
{
    /// <summary>
    /// Weights of a next-token loss beside that of the scores, as <see cref="TrainingExample.LossWeights"/>; null for none. It keeps the decoder able to
    /// compute what it has to judge.
    /// </summary>
    public float[]? NextTokenWeights { get; init; }
}
