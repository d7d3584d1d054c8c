namespace SynthFarm.Corpus.Publishing;

/// <summary>A snapshot that another was made from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">The checksum at the end of its manifest, which stands for all of its contents.</param>
/// <param name="Relation">How the other was made from it: <c>pull</c> (some configs, copied), <c>select</c> (some rows).</param>
public sealed record SnapshotParent(string Name, string Sha256, string Relation);
