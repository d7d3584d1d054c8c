namespace SynthFarm.Farm.Progress;

/// <summary>Sums over a run's finished problems. Equal runs have equal totals, whatever the order and however often they were interrupted.</summary>
public sealed record RunTotals
{
    public required long Accepted { get; init; }

    public required long Exhausted { get; init; }

    public required long Failed { get; init; }

    /// <summary>Problems that had not ended when the run was cancelled.</summary>
    public required long Cancelled { get; init; }

    public required RunFunnel Funnel { get; init; }

    /// <summary>Steps in the finished trees, roots not counted.</summary>
    public required long Steps { get; init; }

    /// <summary>Tokens generated into the finished trees.</summary>
    public required long Tokens { get; init; }

    /// <summary>Why problems were not accepted, and how many: <c>exhausted: no-frontier</c>, <c>failed: ...</c>, <c>cancelled: ...</c>.</summary>
    public required IReadOnlyDictionary<string, long> Reasons { get; init; }

    /// <summary>Problems that have ended.</summary>
    public long Finished => Accepted + Exhausted + Failed + Cancelled;
}
