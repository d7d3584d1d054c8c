namespace SynthFarm.Corpus.Publishing;

/// <summary>A snapshot that was published.</summary>
/// <param name="Directory">Where it lies.</param>
/// <param name="Manifest">What it holds.</param>
/// <param name="WasThere">Whether a snapshot of the same contents was already there; then nothing was changed.</param>
public sealed record PublishedSnapshot(string Directory, SnapshotManifest Manifest, bool WasThere);
