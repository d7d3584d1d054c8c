using SynthFarm.Corpus.Durability;

namespace SynthFarm.Corpus.Store;

/// <summary>
/// The live store's table of contents, <c>corpus/manifest.json</c>. It alone says what is committed; a commit, and a merge of parts,
/// replaces it by one rename.
/// </summary>
public sealed record LiveManifest
{
    /// <summary>What <see cref="Format"/> must be.</summary>
    public const string ExpectedFormat = "synthfarm-live/2";

    /// <summary>Knows no merged parts; it is read, too.</summary>
    private const string EarlierFormat = "synthfarm-live/1";

    public required string Format { get; init; }

    /// <summary>Number of commits so far.</summary>
    public required long Sequence { get; init; }

    /// <summary>How often parts were merged into one.</summary>
    public long Merges { get; init; }

    public required CorpusLineage Lineage { get; init; }

    /// <summary>Parts in the order of their commits.</summary>
    public required IReadOnlyList<LivePart> Parts { get; init; }

    /// <summary>Reads the manifest of a run directory.</summary>
    /// <exception cref="CorpusException">There is none, it is damaged, or of another format.</exception>
    public static LiveManifest Load(string runDirectory)
    {
        var path = RunLayout.Manifest(runDirectory);
        if (!File.Exists(path))
        {
            throw new CorpusException($"{path}: not found; \"{runDirectory}\" holds no corpus yet.");
        }

        var manifest = SealedJson.Deserialize<LiveManifest>(File.ReadAllBytes(path), path);
        if (manifest.Format is not (ExpectedFormat or EarlierFormat))
        {
            throw new CorpusException($"{path}: format is \"{manifest.Format}\"; this version reads \"{ExpectedFormat}\".");
        }

        if (manifest.Parts.SelectMany(p => p.Files()).FirstOrDefault(f => !FilePaths.IsPlain(f.Path)) is { } strange)
        {
            throw new CorpusException($"{path}: lists \"{strange.Path}\", which is no path inside a run.");
        }

        if (manifest.Parts.Zip(manifest.Parts.Skip(1)).Any(pair => pair.First.Sequence >= pair.Second.FirstSequence) || manifest.Parts.Any(p => p.FirstSequence > p.Sequence))
        {
            throw new CorpusException($"{path}: the parts are not in the order of their commits.");
        }

        return manifest;
    }
}
