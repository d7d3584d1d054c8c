namespace SynthFarm.Inference.Sampling;

/// <summary>A token that was drawn.</summary>
/// <param name="Id">The token.</param>
/// <param name="LogProb">
/// Natural logarithm of its probability under the model as it is: at temperature 1, without filters, whatever it was drawn with.
/// </param>
public readonly record struct SampledToken(int Id, float LogProb);
