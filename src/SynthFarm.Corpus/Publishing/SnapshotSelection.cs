using SynthFarm.Core.Selection;

namespace SynthFarm.Corpus.Publishing;

/// <summary>How a snapshot was selected from its parent.</summary>
public sealed record SnapshotSelection
{
    /// <summary>The version of the selection, e.g. <c>selection/1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of the marks that counted; null when none were asked for.</summary>
    public string? MarksSha256 { get; init; }

    public required SelectionOptions Options { get; init; }
}
