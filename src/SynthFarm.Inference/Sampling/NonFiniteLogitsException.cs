namespace SynthFarm.Inference.Sampling;

/// <summary>The model gave a logit or score that is no finite number: its weights are broken, or its activations overflow.</summary>
public sealed class NonFiniteLogitsException(string message) : Exception(message);
