namespace SynthFarm.Corpus.Comparison;

/// <summary>The problems of two corpora. Those of both are either edited or compared.</summary>
public sealed record ProblemDiff
{
    public long OnlyA { get; init; }

    public long OnlyB { get; init; }

    /// <summary>In both, whatever their contents.</summary>
    public long Both { get; init; }

    /// <summary>In both under one id, with other contents.</summary>
    public long Edited { get; init; }

    /// <summary>Accepted in both.</summary>
    public long AcceptedBoth { get; init; }

    /// <summary>In both, accepted in A and not in B.</summary>
    public long AcceptedOnlyA { get; init; }

    /// <summary>In both, accepted in B and not in A.</summary>
    public long AcceptedOnlyB { get; init; }

    /// <summary>Why problems of both have another end, most frequent first.</summary>
    public IReadOnlyList<DiffReason> Reasons { get; init; } = [];
}
