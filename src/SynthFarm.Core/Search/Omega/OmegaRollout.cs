using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search.Omega;

/// <summary>A wrong rollout of a state from which others ended well: somewhere in it is a first error.</summary>
/// <param name="State">Where it began.</param>
/// <param name="Leaf">Where it ended.</param>
/// <param name="Tokens">Its length, from the state on.</param>
internal sealed record OmegaRollout(OmegaState State, ReasoningStep Leaf, int Tokens);
