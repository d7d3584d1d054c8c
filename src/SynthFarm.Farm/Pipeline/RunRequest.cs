using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Pipeline;

/// <summary>What to run and where.</summary>
public sealed record RunRequest
{
    /// <summary>The run directory; created when there is none, continued when there is one of the same configuration.</summary>
    public required string Directory { get; init; }

    public required RunSpec Spec { get; init; }

    /// <summary>The problem file: JSON lines. Null to continue with the problems the run has accepted before.</summary>
    public string? ProblemsPath { get; init; }
}
