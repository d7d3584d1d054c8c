using SynthFarm.Core.LongThoughts;

namespace SynthFarm.Corpus.Publishing;

/// <summary>How the rows were made from the trees.</summary>
public sealed record SnapshotDerivation
{
    /// <summary>The derivation's version, e.g. <c>long-thought/1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The name of the dialect, e.g. <c>think</c>.</summary>
    public required string Dialect { get; init; }

    /// <summary>The seed; null when each run's own was used.</summary>
    public ulong? Seed { get; init; }

    public required LongThoughtOptions Options { get; init; }
}
