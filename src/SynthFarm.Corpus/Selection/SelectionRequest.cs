using SynthFarm.Core.Selection;
using SynthFarm.Corpus.Curation;
using SynthFarm.Corpus.Publishing;

namespace SynthFarm.Corpus.Selection;

/// <summary>What is to be selected from what.</summary>
public sealed record SelectionRequest
{
    /// <summary>The snapshot to select from.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The place of the new snapshot.</summary>
    public required string Out { get; init; }

    public SelectionOptions Options { get; init; } = new();

    /// <summary>The curators' marks to honour. Default null: none.</summary>
    public MarkStore? Marks { get; init; }

    /// <summary>Name, shard sizes, clock, progress in rows, crash points and judges of the new snapshot. Default: the parent's name, and the defaults of publishing.</summary>
    public PublishOptions? Publishing { get; init; }
}
