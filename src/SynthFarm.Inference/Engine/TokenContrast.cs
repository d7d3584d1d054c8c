namespace SynthFarm.Inference.Engine;

/// <summary>Two tokens whose logits are compared: what a language model trained to tag steps says of one.</summary>
/// <param name="Positive">The tag of a right step.</param>
/// <param name="Negative">The tag of a wrong one.</param>
public readonly record struct TokenContrast(int Positive, int Negative);
