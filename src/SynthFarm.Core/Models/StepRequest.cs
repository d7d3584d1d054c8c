using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Models;

/// <summary>Asks a policy for continuations of one path.</summary>
public sealed record StepRequest
{
    /// <summary>The tree the path belongs to; a hint that lets an engine keep the tree's prefixes together.</summary>
    public required string TreeId { get; init; }

    public required Problem Problem { get; init; }

    /// <summary>Steps from the root's child to the one to be continued; empty to begin.</summary>
    public required IReadOnlyList<ReasoningStep> Path { get; init; }

    /// <summary>One seed per candidate; their number is the number of candidates asked for.</summary>
    public required IReadOnlyList<Seed> Seeds { get; init; }

    public required SamplingOptions Sampling { get; init; }

    /// <summary>Most tokens per candidate. At least 1.</summary>
    public required int MaxTokens { get; init; }

    /// <summary>Whether to run on past step delimiters to the end of the text (a rollout) instead of stopping after one step.</summary>
    public bool ToEnd { get; init; }
}
