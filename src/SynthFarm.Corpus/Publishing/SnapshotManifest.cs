using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Publishing;

/// <summary>
/// What a snapshot holds and where it came from: <c>manifest.json</c>. Lists every other file with its checksum, and vouches for itself
/// by the checksum at its end. The only file of a snapshot that holds a time.
/// </summary>
public sealed record SnapshotManifest
{
    /// <summary>What <see cref="Format"/> must be.</summary>
    public const string ExpectedFormat = "synthfarm-snapshot/1";

    /// <summary>The file's name in a snapshot.</summary>
    public const string FileName = "manifest.json";

    public required string Format { get; init; }

    public required string Name { get; init; }

    /// <summary>When it was published (UTC).</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The runs the trees come from.</summary>
    public required IReadOnlyList<CorpusLineage> Runs { get; init; }

    public required SnapshotDerivation Derivation { get; init; }

    /// <summary>How it was selected from another snapshot; null when it was published from runs.</summary>
    public SnapshotSelection? Selection { get; init; }

    /// <summary>Finished problems by outcome; in a selected snapshot those of its parent.</summary>
    public required SnapshotOutcomes Outcomes { get; init; }

    /// <summary>Rows of <c>rejections</c>, by <c>stage/reason</c>.</summary>
    public required IReadOnlyDictionary<string, long> Rejections { get; init; }

    /// <summary>Answer checkers whose verdicts the rows rely on.</summary>
    public required IReadOnlyList<string> Verifiers { get; init; }

    public required IReadOnlyList<SnapshotConfig> Configs { get; init; }

    /// <summary>Every file but the manifest, in ordinal order of the paths.</summary>
    public required IReadOnlyList<FileEntry> Files { get; init; }

    /// <summary>Reads the manifest of a snapshot.</summary>
    /// <exception cref="CorpusException">There is none, it is damaged, or of another format.</exception>
    public static SnapshotManifest Load(string snapshotDirectory)
    {
        var path = Path.Combine(snapshotDirectory, FileName);
        if (!File.Exists(path))
        {
            throw new CorpusException($"{path}: not found; \"{snapshotDirectory}\" is no snapshot.");
        }

        var manifest = SealedJson.Deserialize<SnapshotManifest>(File.ReadAllBytes(path), path);
        return manifest.Format == ExpectedFormat
            ? manifest
            : throw new CorpusException($"{path}: format is \"{manifest.Format}\"; this version reads \"{ExpectedFormat}\".");
    }

    /// <summary>Whether two snapshots hold the same: everything but the time.</summary>
    public bool HasSameContents(SnapshotManifest other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return SealedJson.Serialize(this with { PublishedAt = default }).AsSpan().SequenceEqual(SealedJson.Serialize(other with { PublishedAt = default }));
    }
}
