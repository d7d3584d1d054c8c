using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Sampling;

namespace SynthFarm.Inference.Server.Generation;

/// <summary>A token of a choice, or its end.</summary>
/// <param name="Choice">The choice's index in the answer.</param>
/// <param name="Token">The token; of an end nothing.</param>
/// <param name="Alternatives">The likeliest at its position.</param>
/// <param name="End">The whole choice where it ended, else null.</param>
internal readonly record struct TokenEvent(int Choice, SampledToken Token, IReadOnlyList<SampledToken> Alternatives, GeneratedSample? End);
