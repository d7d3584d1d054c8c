using SynthFarm.Corpus.Publishing;

namespace SynthFarm.Corpus.Pulling;

/// <summary>A snapshot that was pulled.</summary>
/// <param name="Directory">Where it lies.</param>
/// <param name="Manifest">What it holds.</param>
/// <param name="WasThere">Whether the same snapshot was already there; then nothing was changed.</param>
/// <param name="BytesReceived">Bytes of files that came from the source this time, those received twice counted twice.</param>
public sealed record PulledSnapshot(string Directory, SnapshotManifest Manifest, bool WasThere, long BytesReceived);
