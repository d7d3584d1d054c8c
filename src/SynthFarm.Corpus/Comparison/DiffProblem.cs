using SynthFarm.Core.Problems;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Comparison;

/// <summary>A finished problem of one side.</summary>
internal sealed record DiffProblem
{
    public required string Id { get; init; }

    /// <summary>The problem itself; null when the side does not tell it.</summary>
    public Problem? Contents { get; init; }

    /// <summary>The values of <see cref="YieldFields.Names"/>.</summary>
    public required IReadOnlyList<string?> Fields { get; init; }

    public required bool IsAccepted { get; init; }

    /// <summary>Why it is not accepted, as <c>stage/reason</c>.</summary>
    public string? Rejection { get; init; }

    /// <summary>Its trees in the order of the side.</summary>
    public IReadOnlyList<DiffRow> Trees { get; init; } = [];

    public string? FirstTree => Trees is [var tree, ..] ? tree.Id : null;

    /// <summary>What grew each of the trees; null where the side does not say.</summary>
    public IReadOnlyList<CorpusLineage?> Origins { get; init; } = [];

    /// <summary>Who judged its answers.</summary>
    public string? Verifier { get; init; }

    /// <summary>The origins of the trees that the other has not.</summary>
    public IReadOnlyList<CorpusLineage?> OriginsBeyond(DiffProblem other)
        => [.. Trees.Zip(Origins).Where(t => other.Trees.All(o => o.Id != t.First.Id)).Select(t => t.Second)];

    /// <summary>Whether the two are known to have other contents.</summary>
    public bool IsEditOf(DiffProblem other) => Contents is not null && other.Contents is not null && Contents.ContentHash != other.Contents.ContentHash;
}
