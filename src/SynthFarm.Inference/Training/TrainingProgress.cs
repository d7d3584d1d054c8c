namespace SynthFarm.Inference.Training;

/// <summary>What one step did.</summary>
/// <param name="Step">Steps done so far, this one included.</param>
/// <param name="Loss">Mean loss over the batch, in nats per weight.</param>
/// <param name="LearningRate">Rate used.</param>
/// <param name="GradientNorm">Norm of the whole gradient before clipping.</param>
/// <param name="Tokens">Tokens processed in this step.</param>
/// <param name="TokensPerSecond">Tokens of this step by its wall-clock time, data included.</param>
public readonly record struct TrainingProgress(long Step, double Loss, double LearningRate, double GradientNorm, int Tokens, double TokensPerSecond);
