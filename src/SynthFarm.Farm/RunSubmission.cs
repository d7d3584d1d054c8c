using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm;

/// <summary>A problem set and what to do with it.</summary>
public sealed record RunSubmission
{
    /// <summary>The run's name; null derives one from the configuration and the problems, so that equal submissions are one run.</summary>
    public string? Name { get; init; }

    public required RunSpec Spec { get; init; }

    /// <summary>The problems: JSON lines. Read to the end once, not disposed.</summary>
    public required Stream Problems { get; init; }

    /// <summary>What messages call the problems, e.g. a file name. Default <c>problems</c>.</summary>
    public string ProblemsName { get; init; } = "problems";
}
