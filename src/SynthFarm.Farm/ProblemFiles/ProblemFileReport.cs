using SynthFarm.Core.Problems;

namespace SynthFarm.Farm.ProblemFiles;

/// <summary>What a problem file holds and everything that is wrong with it.</summary>
public sealed record ProblemFileReport
{
    /// <summary>The file as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>Lines that are not blank.</summary>
    public required int Lines { get; init; }

    /// <summary>Different problems.</summary>
    public required int Problems { get; init; }

    /// <summary>Lines left out because an equal problem stands above them.</summary>
    public required int Duplicates { get; init; }

    /// <summary>Problems by <c>kind</c>; those without one under the empty name.</summary>
    public required IReadOnlyDictionary<string, int> Kinds { get; init; }

    /// <summary>What is wrong, in the order of the lines.</summary>
    public required IReadOnlyList<ProblemLineFault> Faults { get; init; }

    /// <summary>Whether the whole file was read: false when there were more faults than are told.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>SHA-256 of the file, 64 hex digits; of the part that was read when it is not complete.</summary>
    public required string Sha256 { get; init; }
}
