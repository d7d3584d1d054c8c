using SynthFarm.Core.Selection;

namespace SynthFarm.Corpus.Publishing;

/// <summary>How a snapshot was selected from another one.</summary>
public sealed record SnapshotSelection
{
    /// <summary>The version of the selection, e.g. <c>selection/1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The name of the snapshot it was selected from.</summary>
    public required string Parent { get; init; }

    /// <summary>SHA-256 of that snapshot's <c>manifest.json</c>, which lists every file of it with its own.</summary>
    public required string ParentManifestSha256 { get; init; }

    /// <summary>SHA-256 of the marks that counted; null when none were asked for.</summary>
    public string? MarksSha256 { get; init; }

    public required SelectionOptions Options { get; init; }
}
