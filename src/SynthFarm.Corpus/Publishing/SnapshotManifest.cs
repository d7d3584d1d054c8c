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

    /// <summary>The program that wrote it and its version; null for snapshots of versions that did not say. Equal contents may come from several.</summary>
    public string? Producer { get; init; }

    /// <summary>The snapshots it was made from; empty for one that was published from runs.</summary>
    public IReadOnlyList<SnapshotParent> Parents { get; init; } = [];

    /// <summary>Configs that the snapshot it was made from has and it has not.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>The runs the trees come from.</summary>
    public required IReadOnlyList<CorpusLineage> Runs { get; init; }

    public required SnapshotDerivation Derivation { get; init; }

    /// <summary>How it was selected from its parent; null when it was not.</summary>
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

        return Parse(File.ReadAllBytes(path), path);
    }

    /// <summary>Reads a manifest from its bytes.</summary>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="CorpusException">It is damaged or of another format.</exception>
    public static SnapshotManifest Parse(byte[] bytes, string name)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var manifest = SealedJson.Deserialize<SnapshotManifest>(bytes, name);
        return manifest.Format == ExpectedFormat
            ? manifest
            : throw new CorpusException($"{name}: format is \"{manifest.Format}\"; this version reads \"{ExpectedFormat}\".");
    }

    /// <summary>Whether two snapshots hold the same: everything but the time and the program.</summary>
    public bool HasSameContents(SnapshotManifest other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Contents(this).AsSpan().SequenceEqual(Contents(other));

        static byte[] Contents(SnapshotManifest manifest) => SealedJson.Serialize(manifest with { PublishedAt = default, Producer = null });
    }
}
