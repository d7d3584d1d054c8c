using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Publishing;

/// <summary>Finished problems by outcome, and how many were left out because they are no longer in the problem set.</summary>
public sealed record SnapshotOutcomes
{
    public long Accepted { get; init; }

    public long Exhausted { get; init; }

    public long Failed { get; init; }

    public long Cancelled { get; init; }

    /// <summary>Finished, but left out.</summary>
    public long Absent { get; init; }

    /// <summary>Problems of the set that had not ended: the run went on, or was interrupted. Null when the publisher did not know the set.</summary>
    public long? Open { get; init; }

    internal long Ended => Accepted + Exhausted + Failed + Cancelled;

    internal SnapshotOutcomes Add(ProblemOutcome outcome) => outcome switch
    {
        ProblemOutcome.Accepted => this with { Accepted = Accepted + 1 },
        ProblemOutcome.Exhausted => this with { Exhausted = Exhausted + 1 },
        ProblemOutcome.Failed => this with { Failed = Failed + 1 },
        _ => this with { Cancelled = Cancelled + 1 },
    };
}
