using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Models;

/// <summary>Asks a reward model to score candidate continuations of one path.</summary>
public sealed record RewardRequest
{
    /// <summary>The tree the path belongs to; a hint for prefix reuse.</summary>
    public required string TreeId { get; init; }

    public required Problem Problem { get; init; }

    /// <summary>Steps from the root's child to the candidates' parent.</summary>
    public required IReadOnlyList<ReasoningStep> Path { get; init; }

    public required IReadOnlyList<StepCandidate> Candidates { get; init; }
}
