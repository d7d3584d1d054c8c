namespace SynthFarm.Corpus.Store;

/// <summary>Where a run's trees come from. One run has one lineage; rows repeat what a curator filters by.</summary>
public sealed record CorpusLineage
{
    public required string RunId { get; init; }

    /// <summary>Hash of everything in the configuration that decides the output.</summary>
    public required string ConfigHash { get; init; }

    /// <summary>The run's seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Identity of the policy model, e.g. <c>tiny@3f9c01ab22d7</c>.</summary>
    public required string PolicyModel { get; init; }

    /// <summary>Identity of the process reward model.</summary>
    public required string RewardModel { get; init; }

    /// <summary>Name of the search, e.g. <c>beam</c>.</summary>
    public required string Search { get; init; }

    /// <summary>The improvement round, from 0.</summary>
    public int Round { get; init; }
}
