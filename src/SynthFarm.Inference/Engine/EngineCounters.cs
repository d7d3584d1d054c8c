namespace SynthFarm.Inference.Engine;

/// <summary>What an engine has done since it was made.</summary>
public readonly record struct EngineCounters
{
    /// <summary>Token positions that went through the model.</summary>
    public long PositionsComputed { get; init; }

    /// <summary>
    /// Token positions that were new: computed and kept, counted once for each distinct prefix while it stays in the cache. Where nothing is evicted this
    /// is the number of distinct prefixes asked for, the least that could be computed.
    /// </summary>
    public long PositionsUnique { get; init; }

    /// <summary>Token positions that requests found computed already.</summary>
    public long PositionsReused { get; init; }

    /// <summary>Token positions dropped from the cache to make room.</summary>
    public long PositionsEvicted { get; init; }

    /// <summary>Cached runs of tokens dropped to make room.</summary>
    public long Evictions { get; init; }

    /// <summary>Tokens drawn, over all samples.</summary>
    public long TokensSampled { get; init; }

    /// <summary>Forward passes.</summary>
    public long Passes { get; init; }

    /// <summary>Requests that ended with a result.</summary>
    public long Completed { get; init; }

    /// <summary>Requests that ended with an error.</summary>
    public long Failed { get; init; }

    /// <summary>Requests that were cancelled.</summary>
    public long Cancelled { get; init; }
}
